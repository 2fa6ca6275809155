import { createInstance } from 'i18next';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { isSpoken, LOCALES, PSEUDO_LANGUAGE, type SpokenLanguage } from './languages.ts';
import { pseudoTexts } from './pseudo.ts';
import type { TextName, ValueName } from './translation.ts';

type English = typeof en;

/** The name of a text in `en/`: "keys.title". */
export type WordName = TextName<English>;

type CountOr<V extends string, Value> = V extends 'count' ? number : string | number | Value;

/** What follows the name of a text: its values, each by the name that stands in the text; nothing where none does. */
export type ValuesOf<Name extends WordName, Value = never> = [ValueName<English, Name>] extends [never]
  ? []
  : [values: { readonly [V in ValueName<English, Name>]: CountOr<V, Value> }];

/** The page is served in its language; the main process has no page, and says which it is by `setLanguage`. */
function languageOfPage(): SpokenLanguage {
  const { document } = globalThis as { readonly document?: { readonly documentElement: { lang: string } } };
  const tag = document?.documentElement.lang;
  return isSpoken(tag) ? tag : 'en';
}

let spoken = languageOfPage();
let numbers = new Intl.NumberFormat(LOCALES[spoken]);
let plurals = new Intl.PluralRules(LOCALES[spoken]);

const i18n = createInstance();
void i18n.init({
  lng: spoken,
  fallbackLng: 'en',
  initAsync: false,
  resources: { en: { translation: en }, es: { translation: es } },
});
if (spoken === PSEUDO_LANGUAGE) addPseudo();

function addPseudo(): void {
  i18n.addResourceBundle(PSEUDO_LANGUAGE, 'translation', pseudoTexts(en));
}

/** The language that is spoken. The page keeps the one that it was served in. */
export function language(): SpokenLanguage {
  return spoken;
}

/** The tag of the language for `Intl`. */
export function locale(): string {
  return LOCALES[spoken];
}

/** For the main process: the language of its menus and boxes from now on. What has been read stays as it was. */
export function setLanguage(next: SpokenLanguage): void {
  spoken = next;
  numbers = new Intl.NumberFormat(LOCALES[next]);
  plurals = new Intl.PluralRules(LOCALES[next]);
  found.clear();
  if (next === PSEUDO_LANGUAGE) addPseudo();
  void i18n.changeLanguage(next);
}

/** The texts that have been looked up, by name and plural: a table asks for the same few with every row. */
const found = new Map<string, string>();

function textOf(name: string, count: unknown): string {
  // Zero may have a text of its own, whatever the plural of the language.
  const plural = typeof count !== 'number' ? '' : count === 0 ? 'zero' : plurals.select(count);
  const key = `${name} ${plural}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  const text = i18n.t(name, {
    ...(plural === '' ? {} : { count: Number(count) }),
    skipInterpolation: true,
    nest: false,
  });
  found.set(key, text);
  return text;
}

/**
 * A text in the language that is spoken. A number is written as the language does, and `count` chooses the plural.
 * Values are put in as they are: nothing in them is read as a text's name or as markup.
 */
export function t<Name extends WordName>(name: Name, ...[values]: ValuesOf<Name>): string {
  if (!values) return textOf(name, undefined);
  const given = values as Readonly<Record<string, unknown>>;
  // Not by i18next, which takes ten times as long for it.
  return textOf(name, given['count']).replace(/\{\{(\w+)\}\}/g, (_, value: string) => {
    const part = given[value];
    return typeof part === 'number' ? numbers.format(part) : String(part);
  });
}
