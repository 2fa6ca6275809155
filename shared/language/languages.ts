/** The languages that Keydesk speaks, each by its BCP 47 tag. */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** English made longer and marked, to see what it cuts and what is not translated. Nobody is offered it. */
export const PSEUDO_LANGUAGE = 'en-XA';

export type SpokenLanguage = Language | typeof PSEUDO_LANGUAGE;

/** The tag for `Intl`: English keeps its British dates ("14 March 2025"), whichever the system's region. */
export const LOCALES: Readonly<Record<SpokenLanguage, string>> = {
  en: 'en-GB',
  es: 'es',
  [PSEUDO_LANGUAGE]: 'en-GB',
};

export function isSpoken(tag: string | undefined): tag is SpokenLanguage {
  return tag !== undefined && Object.hasOwn(LOCALES, tag);
}

/**
 * The first of the person's languages that Keydesk speaks, or English.
 * @param preferred BCP 47 tags as the system has them, the most wanted first: "es-MX", "en"
 */
export function preferredLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const language = LANGUAGES.find((spoken) => spoken === tag.toLowerCase().split('-')[0]);
    if (language) return language;
  }
  return 'en';
}
