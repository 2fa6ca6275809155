import { describe, expect, it } from 'vitest';
import { nameToType } from './typed-name.ts';

const ID = '0f0e2d7c-4a1b-4f7e-9d55-2f9f3f0a1b2c';

describe('what is typed before a key is deleted', () => {
  it.each(['CRM_Query', 'Größe 12', '<img src=x onerror=alert(1)>', 'два слова'])(
    'is its name: %j',
    (name) => {
      expect(nameToType({ id: ID, name, lastFour: 'wxyz' })).toEqual({ what: 'name', text: name });
    },
  );

  it.each([
    null,
    '',
    ' spaces ',
    'two  spaces',
    'right\u202eleft',
    'zero\u200bwidth',
    'line\nbreak',
    'x'.repeat(61),
  ])('is its last four where nobody could type the name: %j', (name) => {
    expect(nameToType({ id: ID, name, lastFour: 'wxyz' })).toEqual({
      what: 'last four characters',
      text: 'wxyz',
    });
  });

  it('is its id where nothing else is left', () => {
    expect(nameToType({ id: ID, name: null, lastFour: null })).toEqual({ what: 'key id', text: ID });
  });
});
