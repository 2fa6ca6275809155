import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const MAIN = path.join(ROOT, 'electron');

/** Import and export statements that are there at run time; those of types alone are not. */
const IMPORTED = /^(?:import|export) (?!type\b)[^;]*?from '(\.[^']+)'/gm;

/**
 * The folder of the main process that a file lies in; null for the files beside the folders, which join them.
 * @param {string} file
 */
const folderOf = (file) => {
  const [first = '', rest] = path.relative(MAIN, file).split(path.sep);
  return rest === undefined || first.startsWith('..') ? null : first;
};

/** @returns {readonly (readonly [string, string])[]} which folder of the main process uses which, by its imports */
export function folderImports() {
  const files = readdirSync(MAIN, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !/(^|\/)fake-/.test(name))
    .map((name) => path.join(MAIN, name));
  const found = new Set();
  for (const file of files) {
    const from = folderOf(file);
    for (const [, imported = ''] of readFileSync(file, 'utf8').matchAll(IMPORTED)) {
      const to = folderOf(path.resolve(path.dirname(file), imported));
      if (from && to && from !== to) found.add(`${from} ${to}`);
    }
  }
  return [...found].sort().map((edge) => {
    const [from = '', to = ''] = edge.split(' ');
    return [from, to];
  });
}

const BEGIN = '<!-- made by `npm run architecture` -->';
const END = '<!-- until here -->';

/** The document with the picture as the code is now. @param {string} text */
export function withPicture(text) {
  const arrows = folderImports().map(([from, to]) => `  ${from} --> ${to}`);
  const picture = ['```mermaid', 'flowchart LR', ...arrows, '```'].join('\n');
  const [before = '', rest = ''] = text.split(BEGIN);
  const [, after = ''] = rest.split(END);
  return `${before}${BEGIN}\n\n${picture}\n\n${END}${after}`;
}
