import { t } from '../../shared/language/words.ts';
/** A day as a date field has it: "2027-03-01", by the clock on the wall. */
export function dayOf(time: number): string {
  const date = new Date(time);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The last moment of that day; null where it is no day. */
export function endOfDay(day: string): number | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  if (!parts) return null;
  const [year, month, date] = parts.slice(1).map(Number);
  const end = new Date(2000, 0, 1, 23, 59, 59);
  // While 2027 is typed the year is 2, which a constructor would take for 1902.
  return end.setFullYear(year ?? 0, (month ?? 1) - 1, date ?? 1);
}

/** What is wrong with an expiry; null where nothing is. */
export function expiryProblem(expiresAt: number | null, now: number): string | null {
  return expiresAt !== null && expiresAt <= now ? t('create.dayOver') : null;
}
