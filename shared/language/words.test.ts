import { afterEach, describe, expect, it } from 'vitest';
import { preferredLanguage } from './languages.ts';
import { pseudoText } from './pseudo.ts';
import { language, locale, setLanguage, t } from './words.ts';

afterEach(() => setLanguage('en'));

describe('a text', () => {
  it('is given in the language that is spoken', () => {
    expect(t('format.justNow')).toBe('just now');
    setLanguage('es');
    expect(t('format.justNow')).toBe('ahora mismo');
    expect([language(), locale()]).toEqual(['es', 'es']);
  });

  it('has the plural and the numbers of its language', () => {
    const counts = () => [0, 1, 2, 12_345, 1_000_000].map((count) => t('format.keys', { count }));
    expect(counts()).toEqual(['0 keys', '1 key', '2 keys', '12,345 keys', '1,000,000 keys']);
    setLanguage('es');
    expect(counts()).toEqual(['0 claves', '1 clave', '2 claves', '12.345 claves', '1.000.000 de claves']);
  });
});

it('the first of the languages of a person that is spoken is taken, or English', () => {
  expect(preferredLanguage(['es-MX', 'en'])).toBe('es');
  expect(preferredLanguage(['de-DE', 'ES', 'en'])).toBe('es');
  expect(preferredLanguage(['en-GB', 'es'])).toBe('en');
  expect(preferredLanguage(['de', 'fr'])).toBe('en');
  expect(preferredLanguage([])).toBe('en');
});

it('the pseudo-language is longer by 40 % and leaves the values in place', () => {
  expect(pseudoText('Delete {{name}}?')).toBe('⟦Đéļéŧé {{name}}?·······⟧');
  setLanguage('en-XA');
  expect(t('format.keys', { count: 3 })).toMatch(/^⟦3 .*·+⟧$/);
});
