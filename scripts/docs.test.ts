import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

const FILES = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(ROOT, file)));
const NAMES = new Set(FILES.map((file) => path.basename(file)));
const DOCUMENTS = FILES.filter((file) => file.endsWith('.md'));

/** Files that the program makes, or that are not its own. */
const NOT_OURS = new Set([
  'connections.json',
  'keydesk.log',
  'latest.yml',
  'pass-phrase.json',
  'policy.json',
  'settings.json',
  'LICENSES.chromium.html',
]);
const isMade = (name: string) => NOT_OURS.has(path.basename(name)) || name.startsWith('artifacts/');
const FILE_NAME = /^\.?[\w@.-]+(\/[\w@.-]+)*\.(ts|tsx|mjs|json|yml|md|css|svg|html|plist)$/;
const FOLDER_NAME = /^(electron|renderer|shared|scripts|e2e|docs|resources)\/([\w-]+\/)*$/;

function allOf(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

/** The files of which a diff shows added lines, and those lines. */
function additionsOf(text: string): readonly (readonly [string, string])[] {
  let file = '';
  return allOf(text, /```diff\n(.*?)```/gs).flatMap((diff) =>
    diff.split('\n').flatMap((line): [string, string][] => {
      if (line.startsWith('+++ ')) file = line.slice(4);
      return line.startsWith('+') && !line.startsWith('+++') ? [[file, line.slice(1)]] : [];
    }),
  );
}

describe.each(DOCUMENTS)('%s', (document) => {
  const text = read(document);
  const quoted = allOf(text, /`([^`\n]+)`/g);

  it('names commands that there are', () => {
    for (const name of allOf(text, /npm run (?:-s )?([\w:-]+)/g)) expect(scripts).toHaveProperty([name]);
    for (const name of allOf(text, /\bnpm (test|start)\b/g)) expect(scripts).toHaveProperty([name]);
  });

  it('names files and folders that there are', () => {
    for (const name of quoted.filter((each) => FILE_NAME.test(each) && !isMade(each))) {
      const isThere = name.includes('/') ? existsSync(path.join(ROOT, name)) : NAMES.has(name);
      expect(isThere, name).toBe(true);
    }
    for (const name of quoted.filter((each) => FOLDER_NAME.test(each))) {
      expect(existsSync(path.join(ROOT, name)), name).toBe(true);
    }
  });

  it('links to what there is', () => {
    const links = [...allOf(text, /\]\(([^)\s]+)\)/g), ...allOf(text, /(?:src|srcset)="([^"]+)"/g)];
    for (const link of links.filter((each) => !/^(https?:|#)/.test(each))) {
      const target = path.join(ROOT, path.dirname(document), link.replace(/#.*/, ''));
      expect(existsSync(target), link).toBe(true);
    }
  });

  it('shows changes that are in the code', () => {
    for (const [file, line] of additionsOf(text)) expect(read(file).split('\n'), file).toContain(line);
  });
});

it('the editor runs scripts that there are', () => {
  const tasks = allOf(read('.vscode/tasks.json'), /"script": "([^"]+)"/g);
  const launches = allOf(read('.vscode/launch.json'), /"run", "([^"]+)"/g);
  expect([...tasks, ...launches].length).toBeGreaterThan(3);
  for (const name of [...tasks, ...launches]) expect(scripts).toHaveProperty([name]);
});

it('the changes have a heading for this version', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  expect(read('CHANGELOG.md')).toContain(`\n## ${version}\n`);
});

it('the README tells of every command for a person', () => {
  const known =
    read('README.md') + read('CONTRIBUTING.md') + read('docs/dependencies.md') + read('docs/policy.md');
  const untold = Object.keys(scripts).filter(
    (name) => !new RegExp(`npm (run (-s )?)?${name}\\b`).test(known),
  );
  expect(untold).toEqual([]);
});

it('the README lays out every folder of the main process', () => {
  const layout = /```\nelectron\/.*?```/s.exec(read('README.md'))?.[0] ?? '';
  const folders = new Set(
    FILES.map((file) => /^electron\/([\w-]+)\//.exec(file)?.[1]).filter((name) => name !== undefined),
  );
  const untold = [...folders].filter((name) => !layout.includes(`\n  ${name}/ `));
  expect(untold).toEqual([]);
});
