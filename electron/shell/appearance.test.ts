import { afterEach, expect, it } from 'vitest';
import { language, setLanguage, t } from '../../shared/language/words.ts';
import { DEFAULT_VALUES, type SettingChange } from '../../shared/settings.ts';
import { createAppearance } from './appearance.ts';

afterEach(() => setLanguage('en'));

const set = (changed: SettingChange) => ({ ...DEFAULT_VALUES, ...changed });

function appearance(systemLanguages: readonly string[]) {
  const nativeTheme = { themeSource: 'system' as 'system' | 'light' | 'dark' };
  const told: string[] = [];
  const it = createAppearance({ nativeTheme, systemLanguages, onLanguage: () => told.push(language()) });
  return { ...it, nativeTheme, told };
}

it('begins as it is set, without a word to a page that is not there', () => {
  const { begin, pageLook, nativeTheme, told } = appearance(['de-DE', 'es-MX', 'en']);
  begin(set({ theme: 'dark', density: 'compact' }));
  expect(nativeTheme.themeSource).toBe('dark');
  expect(pageLook()).toEqual({ language: 'es', density: 'compact', opensSettings: false });
  expect(told).toEqual([]);
});

it('speaks what was chosen, whatever the system speaks, and shows everything anew', () => {
  const { begin, follow, pageLook, told } = appearance(['es-ES']);
  begin(set({}));
  expect(t('common.cancel')).toBe('Cancelar');
  follow(set({ language: 'en' }));
  expect(t('common.cancel')).toBe('Cancel');
  expect(told).toEqual(['en']);
  expect(pageLook().opensSettings).toBe(true);
  // Once: a page that crashes later does not begin with the settings.
  expect(pageLook().opensSettings).toBe(false);
});

it('loads nothing anew for a colour', () => {
  const { begin, follow, nativeTheme, told } = appearance(['en-US']);
  begin(set({}));
  follow(set({ theme: 'light', density: 'compact', language: 'en' }));
  expect(nativeTheme.themeSource).toBe('light');
  expect(told).toEqual([]);
});
