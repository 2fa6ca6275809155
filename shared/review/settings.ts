export const OLD_DAYS = [90, 180, 365] as const;
export const WRITES = { least: 1, most: 20 } as const;

/** What a person decides of the rules. */
export type ReviewSettings = {
  /** Keys are old after so many days. */
  readonly oldDays: (typeof OLD_DAYS)[number];
  /** A key that writes more resources than this writes many. */
  readonly mostWrites: number;
};

export const DEFAULT_REVIEW: ReviewSettings = { oldDays: 365, mostWrites: 10 };
