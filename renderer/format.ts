import { locale, t } from '../shared/language/words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30.4375 * DAY;
const YEAR = 365.25 * DAY;

const relative = new Intl.RelativeTimeFormat(locale());
const relativeDay = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
const full = new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeStyle: 'short' });
const numbers = new Intl.NumberFormat(locale());

/** The largest distance from 1970 that a date can have. */
const LIMIT = 8.64e15;

function isDate(time: number | null): time is number {
  return time !== null && Math.abs(time) <= LIMIT;
}

/** "3 months ago", "yesterday", "just now"; "unknown" where there is no date. */
export function relativeDate(time: number | null, now: number): string {
  if (!isDate(time)) return t('format.unknown');
  const distance = time - now;
  const length = Math.abs(distance);
  if (length < MINUTE) return t('format.justNow');
  if (length < HOUR) return relative.format(Math.trunc(distance / MINUTE), 'minute');
  if (length < DAY) return relative.format(Math.trunc(distance / HOUR), 'hour');
  if (length < MONTH) return relativeDay.format(Math.trunc(distance / DAY), 'day');
  if (length < YEAR) return relative.format(Math.trunc(distance / MONTH), 'month');
  return relative.format(Math.trunc(distance / YEAR), 'year');
}

/** "14 March 2025 at 10:02", for the hover over a relative date. */
export function fullDate(time: number | null): string {
  return isDate(time) ? full.format(time) : t('format.unknown');
}

/** Whole months since then. */
export function monthsSince(time: number, now: number): number {
  return Math.floor((now - time) / MONTH);
}

/** Whether a key is so old that it should be rotated: older than a year. */
export function isOld(time: number | null, now: number): time is number {
  return isDate(time) && now - time > YEAR;
}

/** 100000 → "100,000". */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** "1 key", "24 keys", "100,000 keys". */
export function keyCount(count: number): string {
  return t('format.keys', { count });
}

/** The key as far as it may be shown: dots and its last four characters. */
export function maskedKey(lastFour: string | null): string {
  return `••••••••${lastFour === null ? '' : oneLine(lastFour, 8)}`;
}

/** The longest piece of foreign text that is put into a title or a label. */
const TITLE_LIMIT = 500;

/** Foreign text on one line: line breaks and runs of space become one space, and it is cut at `limit`. */
export function oneLine(text: string, limit = TITLE_LIMIT): string {
  // Cut first: what is far behind the limit need not be looked at.
  const line = text
    .slice(0, limit * 4)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length > limit ? `${line.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}

/** The name of a key as it is shown: one line, and something to click at even where nothing of it is visible. */
export function shownName(name: string | null): string {
  if (name === null) return t('format.unreadableName');
  const line = oneLine(name);
  return /[^\p{C}\p{Z}\p{Mn}\u115F\u1160\u3164\uFFA0\u2800]/u.test(line) ? line : t('format.invisibleName');
}

const DIRECTION_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

/** The shown name within a sentence of plain text (a label), where no element can keep its direction apart. */
export function nameInLabel(name: string | null): string {
  const shown = shownName(name);
  return DIRECTION_CONTROLS.test(shown) ? `\u2068${shown}\u2069` : shown;
}
