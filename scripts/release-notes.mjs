import { execFileSync } from 'node:child_process';
import { releaseNotes } from './release-text.mjs';

/* Prints the notes of a release: what has been committed since the tag before it. */
const [tag = 'HEAD'] = process.argv.slice(2);
/** @param {readonly string[]} args */
const git = (...args) => execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** @returns {string[]} */
function sinceLast() {
  try {
    return [`${git('describe', '--tags', '--abbrev=0', `${tag}^`).trim()}..${tag}`];
  } catch {
    // The first release has none before it.
    return [tag];
  }
}

const subjects = git('log', '--no-merges', '--format=%s', ...sinceLast())
  .split('\n')
  .filter(Boolean);
process.stdout.write(releaseNotes(subjects));
