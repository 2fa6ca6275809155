import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../shared/language/en/index.ts';
import { es } from '../shared/language/es/index.ts';
import type { Texts } from '../shared/language/translation.ts';

const flat = (texts: Texts): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([area, all]) =>
    Object.entries(all).map(([name, text]) => [`${area}.${name}`, text] as const),
  );

const ENGLISH = flat(en);
const SPANISH = new Map(flat(es));
const withoutForm = (name: string): string => name.replace(/_(one|many|other)$/, '');
const placeholders = (text: string): readonly string[] =>
  [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();

/** The source of the program, without texts and tests. */
function source(): string {
  const files = ['electron', 'renderer', 'shared'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  return files
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.') && !/language\/(en|es)\//.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

describe('the languages', () => {
  it('have the same values in each text', () => {
    // "one" may say "una clave" without its number.
    const isNumberLeftOut = (name: string, value: string): boolean =>
      value === '{{count}}' && name.endsWith('_one');
    const needed = (name: string, text = '') =>
      placeholders(text).filter((value) => !isNumberLeftOut(name, value));
    const differs = ([name, text]: readonly [string, string]): boolean =>
      needed(name, text).join() !== needed(name, SPANISH.get(name)).join();
    expect(ENGLISH.filter(differs)).toEqual([]);
    expect([...SPANISH].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('have no text that nothing shows', () => {
    const all = source();
    const families = [...all.matchAll(/`([\w.]+\.)\$\{[^}]*\}([\w.]*)`/g)].map(
      ([, start, end]) => new RegExp(`^${start?.replaceAll('.', '\\.')}\\w+${end?.replaceAll('.', '\\.')}$`),
    );
    const isShown = (name: string): boolean =>
      all.includes(`'${name}'`) || families.some((family) => family.test(name));
    expect(ENGLISH.map(([name]) => withoutForm(name)).filter((name) => !isShown(name))).toEqual([]);
  });
});
