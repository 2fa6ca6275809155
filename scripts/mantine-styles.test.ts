import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');
const PAGE = path.join(ROOT, 'renderer');
const MANTINE = path.join(ROOT, 'node_modules', '@mantine', 'core');

/** What the page takes from Mantine, by name. */
function namesOfPage(): readonly string[] {
  const files = readdirSync(PAGE, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.test)\.tsx?$/.test(name),
  );
  const imports = files.flatMap((name) => [
    ...readFileSync(path.join(PAGE, name), 'utf8').matchAll(/import \{([^}]*)\} from '@mantine\/core'/g),
  ]);
  return imports
    .flatMap(([, names]) => (names ?? '').split(','))
    .map((name) => name.trim())
    .filter((name) => /^[A-Z]/.test(name));
}

/** The modules of Mantine behind a file, itself included. */
function modulesBehind(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/from "(\.[^"]+)"/g)) {
    const next = path.join(path.dirname(file), from);
    if (next.includes(`${path.sep}components${path.sep}`)) modulesBehind(next, seen);
  }
  return seen;
}

function fileOf(name: string): string | undefined {
  const file = path.join(MANTINE, 'esm', 'components', name, `${name}.mjs`);
  return existsSync(file) ? file : undefined;
}

const listed = (): readonly string[] =>
  [
    ...readFileSync(path.join(PAGE, 'mantine-styles.ts'), 'utf8').matchAll(/core\/styles\/([\w-]+)\.css/g),
  ].map(([, name]) => name ?? '');

it('loads the styles of every component of Mantine that the page uses', () => {
  const files = namesOfPage().flatMap((name) => [fileOf(name) ?? []].flat());
  expect(files.length).toBeGreaterThan(20);
  const used = new Set(files.flatMap((file) => [...modulesBehind(file)]));
  const styled = [...used]
    .map((file) => path.basename(file, '.module.mjs'))
    .filter((name) => !name.includes('.'));
  const missing = styled.filter((name) => !listed().includes(name));
  expect(missing).toEqual([]);
});
