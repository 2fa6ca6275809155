import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeIcons } from './make-icons.mjs';

const RESOURCES = path.resolve(import.meta.dirname, '../resources');

describe('the icons', () => {
  it('are those that `npm run icons` makes of the picture', async () => {
    const icons = await makeIcons(await readFile(path.join(RESOURCES, 'icon.svg'), 'utf8'));
    for (const [name, content] of icons) {
      const kept = await readFile(path.join(RESOURCES, name));
      expect(kept.equals(content), name).toBe(true);
    }
    const kept = (await readdir(path.join(RESOURCES, 'icons'))).map((name) => `icons/${name}`);
    expect(kept.toSorted()).toEqual([...icons.keys()].filter((name) => name.startsWith('icons/')).toSorted());
  });
});
