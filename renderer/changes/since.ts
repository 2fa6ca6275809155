import { relativeDate } from '../format.ts';

/** From when on changes are shown. */
export const SINCE = ['last-visit', 'day', 'week', 'month', 'all', 'date'] as const;
export type Since = (typeof SINCE)[number];

const DAY = 86_400_000;

export function sinceLabel(since: Since, lastVisit: number | null, now: number): string {
  switch (since) {
    case 'last-visit':
      return lastVisit === null ? 'the last visit' : `the last visit (${relativeDate(lastVisit, now)})`;
    case 'day':
      return 'the last 24 hours';
    case 'week':
      return 'the last 7 days';
    case 'month':
      return 'the last 30 days';
    case 'all':
      return 'the beginning';
    case 'date':
      return 'a date…';
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
