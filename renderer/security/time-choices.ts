import { t } from '../../shared/language/words.ts';
/** A choice of a native select; its value is a number or "never". */
export type TimeChoice = { readonly value: string; readonly label: string };

const NEVER = 'never';

/** 30 → "30 minutes". */
export function minutesLabel(minutes: number): string {
  return t('security.minutes', { count: minutes });
}

/** 30 → "30 seconds", 60 → "1 minute". */
export function secondsLabel(seconds: number): string {
  return seconds % 60 === 0 ? minutesLabel(seconds / 60) : t('security.seconds', { count: seconds });
}

/**
 * The choices, t('security.never') last; a value from elsewhere (the settings file) has its own place among them.
 * @param most the longest that is allowed; null where all are, and t('security.never') too.
 */
export function timeChoices(
  amounts: readonly number[],
  current: number | null,
  label: (amount: number) => string,
  most: number | null = null,
): TimeChoice[] {
  const own = [current, most].filter((amount) => amount !== null);
  const all = [...new Set([...amounts, ...own])].sort((a, b) => a - b);
  const allowed = all.filter((amount) => most === null || amount <= most);
  return [
    ...allowed.map((amount) => ({ value: String(amount), label: label(amount) })),
    ...(most === null ? [{ value: NEVER, label: t('security.never') }] : []),
  ];
}

export function choiceValue(amount: number | null): string {
  return amount === null ? NEVER : String(amount);
}

export function amountOf(value: string): number | null {
  return value === NEVER ? null : Number(value);
}
