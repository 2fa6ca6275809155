import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ROOT } from './project.mjs';

/**
 * The one date that everything in a package has, in seconds: SOURCE_DATE_EPOCH where it is set, else the date of the
 * commit, else that of no commit at all.
 * @returns {Promise<number>}
 */
export async function sourceDate() {
  const told = process.env['SOURCE_DATE_EPOCH'];
  if (told && /^\d+$/.test(told)) return Number(told);
  return promisify(execFile)('git', ['log', '-1', '--format=%ct'], { cwd: ROOT }).then(
    ({ stdout }) => Number(stdout.trim()),
    () => 0,
  );
}
