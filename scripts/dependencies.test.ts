import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ALLOWED_LICENSES, dependenciesText, WHY } from './dependencies-text.mjs';
import { importedPackages, licenceTexts, type Package, shippedPackages } from './shipped-packages.mjs';

const DOCS = path.resolve(import.meta.dirname, '../docs/dependencies.md');

/** Without what the formatter adds to a table, and without the days of releases. */
const words = (text: string) =>
  text
    .replace(/-{2,}/g, '--')
    .replace(/ +/g, ' ')
    .replace(/\| [^|]*, \d{4}-\d\d-\d\d \|/g, '| ? |');

describe('what is shipped', () => {
  let imported: readonly string[];
  let shipped: readonly Package[];
  beforeAll(async () => {
    imported = await importedPackages();
    shipped = await shippedPackages();
  });

  it('is found: the code imports react, and react-dom needs scheduler', () => {
    expect(imported).toContain('react');
    expect(shipped.map(({ name }) => name)).toContain('scheduler');
    expect(imported).not.toContain('vitest');
  });

  it('is what docs/dependencies.md says; `npm run dependencies` writes it', async () => {
    expect(words(await readFile(DOCS, 'utf8'))).toBe(words(dependenciesText(imported, shipped, {})));
  });

  it('has a reason for each package that the code imports', () => {
    for (const name of imported) expect(WHY).toHaveProperty([name]);
  });

  it('has no licence that asks for the source of the program', () => {
    const others = shipped.filter(({ license }) => !ALLOWED_LICENSES.has(license));
    expect(others.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
  });

  it('holds no library twice', () => {
    const names = shipped.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('has its licences in one text', async () => {
    const text = await licenceTexts();
    for (const { name, version } of shipped) expect(text).toContain(`\n${name} ${version}\n`);
    expect(text).toContain('Permission is hereby granted');
  });
});
