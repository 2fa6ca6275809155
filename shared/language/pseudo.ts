import type { Texts } from './translation.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MARKED = 'áƀçđéƒĝĥíĵķļɱñóþɋŕšŧúṽŵẋýžÁɃÇĐÉƑĜĤÍĴĶĻṀÑÓÞɊŔŠŦÚṼŴẊÝŽ';

/** How much longer a text may grow in another language. */
const GROWTH = 0.4;

const PLACEHOLDER = /(\{\{\w+\}\})/;

function mark(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => MARKED[LETTERS.indexOf(letter)] ?? letter);
}

/** A text of the pseudo-language: "⟦Ķéýš··⟧". The brackets show where one was cut or put together. */
export function pseudoText(text: string): string {
  const parts = text.split(PLACEHOLDER).map((part) => (PLACEHOLDER.test(part) ? part : mark(part)));
  return `⟦${parts.join('')}${'·'.repeat(Math.ceil(text.length * GROWTH))}⟧`;
}

/** English, all of it in the pseudo-language. */
export function pseudoTexts(texts: Texts): Texts {
  const pseudoArea = (area: Texts[string]) =>
    Object.fromEntries(Object.entries(area).map(([name, text]) => [name, pseudoText(text)]));
  return Object.fromEntries(Object.entries(texts).map(([name, area]) => [name, pseudoArea(area)]));
}
