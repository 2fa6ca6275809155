import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderImports, withPicture } from './architecture-picture.mjs';

/** A folder that is come back to from itself, by way of others. */
function circle(edges: readonly (readonly [string, string])[]): readonly string[] | null {
  function walk(way: readonly string[]): readonly string[] | null {
    for (const [, to] of edges.filter(([each]) => each === way.at(-1))) {
      const found = way.includes(to) ? [...way, to] : walk([...way, to]);
      if (found) return found;
    }
    return null;
  }
  return edges.map(([from]) => walk([from])).find((found) => found !== null) ?? null;
}

describe('the folders of the main process', () => {
  it('are drawn in docs/architecture.md as they use each other', () => {
    const text = readFileSync(path.resolve(import.meta.dirname, '../docs/architecture.md'), 'utf8');
    expect(withPicture(text)).toBe(text);
    expect(folderImports().length).toBeGreaterThan(10);
  });

  it('use each other in one direction', () => expect(circle(folderImports())).toBeNull());
});
