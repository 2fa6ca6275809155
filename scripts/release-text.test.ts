import { expect, it } from 'vitest';
import { releaseNotes } from './release-text.mjs';

it('sorts the commits by what they are to a reader, and leaves out the rest', () => {
  expect(
    releaseNotes([
      'feat(keys): find a key by its last four characters',
      'fix: keep the list in sight in a low window',
      'test: wait for the answer',
      'feat!: ask for a pass phrase of eight characters',
      'perf(table): draw only what is seen',
      'Merge the filters',
      'docs: wrap the lines',
    ]),
  ).toBe(`## Breaking

- Ask for a pass phrase of eight characters

## New

- Find a key by its last four characters

## Mended

- Keep the list in sight in a low window

## Faster

- Draw only what is seen
`);
});

it('says so where nothing one sees has changed', () => {
  expect(releaseNotes(['chore: wrap'])).toBe('No change that one sees.\n');
});
