import { preferredLanguage, type SpokenLanguage } from '../../shared/language/languages.ts';
import { language, setLanguage } from '../../shared/language/words.ts';
import type { SettingValues } from '../../shared/settings.ts';
import type { PageLook } from './app-scheme.ts';

export type AppearanceParts = {
  /** Electron's `nativeTheme`: what it is set to, the page and the system's own boxes see. */
  readonly nativeTheme: { themeSource: SettingValues['theme'] };
  /** BCP 47 tags, the most wanted first. */
  readonly systemLanguages: readonly string[];
  /** Another language is spoken: what has been read stays as it was, so it is shown anew. */
  readonly onLanguage: () => void;
};

/** Light or dark, the language and the density, as they are set: before the window is there, and while it is. */
export function createAppearance({ nativeTheme, systemLanguages, onLanguage }: AppearanceParts) {
  let density: SettingValues['density'] = 'comfortable';
  let opensSettings = false;

  const spokenFor = (chosen: SettingValues['language']): SpokenLanguage =>
    chosen === 'system' ? preferredLanguage(systemLanguages) : chosen;

  function take(values: SettingValues): void {
    nativeTheme.themeSource = values.theme;
    density = values.density;
    setLanguage(spokenFor(values.language));
  }

  return {
    /** At the start, before anything is shown. */
    begin: take,

    /** The settings have changed. */
    follow(values: SettingValues): void {
      const before = language();
      take(values);
      if (language() === before) return;
      // Whoever has chosen another language is in the settings, and finds itself there again.
      opensSettings = true;
      onLanguage();
    },

    /** What the page is to be served with, now. */
    pageLook(): Omit<PageLook, 'isLocked'> {
      const look = { language: language(), density, opensSettings };
      opensSettings = false;
      return look;
    },
  };
}
