import { t } from '../../shared/language/words.ts';
import { relativeDate } from '../format.ts';

/** From when on changes are shown. */
export const SINCE = ['last-visit', 'day', 'week', 'month', 'all', 'date'] as const;
export type Since = (typeof SINCE)[number];

const DAY = 86_400_000;

export function sinceLabel(since: Since, lastVisit: number | null, now: number): string {
  switch (since) {
    case 'last-visit':
      return lastVisit === null
        ? t('changes.sinceVisit')
        : t('changes.sinceVisitAt', { when: relativeDate(lastVisit, now) });
    case 'day':
      return t('changes.sinceDay');
    case 'week':
      return t('changes.sinceWeek');
    case 'month':
      return t('changes.sinceMonth');
    case 'all':
      return t('changes.sinceBeginning');
    case 'date':
      return t('changes.sinceDate');
  }
}

type SinceParts = {
  readonly lastVisit: number | null;
  /** As the field for a date tells it: "2026-11-24"; empty where none was chosen. */
  readonly date: string;
  readonly now: number;
};

/** The time from which on changes are shown, in milliseconds since the epoch. */
export function timeOf(since: Since, { lastVisit, date, now }: SinceParts): number {
  switch (since) {
    case 'last-visit':
      return lastVisit ?? 0;
    case 'day':
      return now - DAY;
    case 'week':
      return now - 7 * DAY;
    case 'month':
      return now - 30 * DAY;
    case 'all':
      return 0;
    case 'date': {
      // Midnight where the person is, not in Greenwich.
      const time = new Date(`${date}T00:00:00`).getTime();
      return Number.isNaN(time) ? 0 : time;
    }
  }
}
