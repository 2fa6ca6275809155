import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { SpokenLanguage } from '../../shared/language/languages.ts';

/** The next start on this profile speaks the language; the system's has no say in it. */
export function chooseLanguage(profile: string, language: SpokenLanguage): Promise<void> {
  return writeFile(path.join(profile, 'settings.json'), JSON.stringify({ language }));
}

/** What a person can come upon that is no text of the program. */
const DATES = [
  '\\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \\d{4}( at [\\d:]+)?',
  '\\d{1,2} (Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec) \\d{4}',
  '(\\d+|a|an) (second|minute|hour|day|week|month|year)s? ago',
  'in \\d+ (second|minute|hour|day|week|month|year)s?',
  '(last|next|this) (week|month|year)|yesterday|today|tomorrow|GMT|UTC|a\\.?m\\.?|p\\.?m\\.?',
  // Between the last two of a list.
  '⟧ (and|or) ⟦',
  // A shortcut.
  'Ctrl\\+\\S',
];

/** Where data stands: what somebody has named, what a machine reads, and the keys of the keyboard. */
const DATA = 'bdi, code, kbd, time, script, style, [data-selectable]';

/**
 * Started in the pseudo-language, which has no plain letters: every text and every name for assistive technology in
 * which there are some.
 * @param data names and other values of this test, which are shown as they are.
 */
export function untranslated(page: Page, data: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(
    ({ dates, known, dataPlaces }) => {
      const escaped = known.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      const values = new RegExp([...escaped, ...dates].join('|'), 'g');
      const isTranslated = (text: string): boolean => !/[a-z]/i.test(text.replace(values, ' '));
      const found: string[] = [];
      const look = (text: string | null, where: string): void => {
        if (text && !isTranslated(text)) found.push(`${where}: ${text.trim()}`);
      };
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const place = node.parentElement;
        if (place && !place.closest(dataPlaces)) look(node.textContent, place.localName);
      }
      const names = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'];
      for (const element of document.querySelectorAll(names.map((name) => `[${name}]`).join())) {
        if (element.matches(dataPlaces)) continue;
        for (const name of names) look(element.getAttribute(name), `${element.localName} ${name}`);
      }
      return [...new Set(found)];
    },
    { dates: DATES, known: data, dataPlaces: DATA },
  );
}

/** Every text that is cut off and not at hand as a title either, and whatever has to be scrolled sideways for one. */
export function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const isTitled = (element: Element): boolean => {
      const text = element.textContent?.trim() ?? '';
      const titles = [element.closest('[title]'), ...element.querySelectorAll('[title]')];
      return titles.some((each) => (each?.getAttribute('title') ?? '').trim().includes(text));
    };
    /** A single letter is one in every language; only the brackets make it wider. */
    const isLetter = (element: Element): boolean => /^⟦.·⟧$/.test(element.textContent?.trim() ?? '');
    const hasText = (element: Element): boolean =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    const tell = (what: string, element: HTMLElement): void => {
      const text = (element.textContent ?? '').trim().slice(0, 120);
      found.push(`${what}, ${element.scrollWidth} in ${element.clientWidth}: ${element.localName} ${text}`);
    };
    for (const element of document.querySelectorAll<HTMLElement>('body, body *')) {
      const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
      // What is only heard takes a point.
      if (clientWidth <= 1 || clientHeight <= 1 || !element.checkVisibility()) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const isWider = scrollWidth > clientWidth + 1;
      const isCut = isWider && ['hidden', 'clip'].includes(overflowX);
      if (isCut && !isTitled(element)) tell('Cut', element);
      if (isWider && ['auto', 'scroll'].includes(overflowX)) tell('Scrolls sideways', element);
      if (isWider && overflowX === 'visible' && hasText(element) && !isLetter(element))
        tell('Spills', element);
      const isLower = scrollHeight > clientHeight + 1;
      if (isLower && ['hidden', 'clip'].includes(overflowY) && hasText(element) && !isTitled(element))
        tell('Cut below', element);
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`The page scrolls sideways: ${scrollWidth} in ${clientWidth}`);
    return found;
  });
}
