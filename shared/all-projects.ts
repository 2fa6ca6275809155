import type { AppError } from './app-error.ts';
import type { LocalFacts } from './local-facts.ts';
import type { RowsText } from './rows-text.ts';

/** How far the reading of one project has come, for the table over all of them. */
export type ProjectReading =
  /** Its turn has not come. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'fresh' }
  /** The server left open whether it sent the whole list. */
  | { readonly kind: 'partial' }
  /** It could not be read now; what is shown of it, if anything, is its copy. */
  | { readonly kind: 'failed'; readonly error: AppError }
  /** There is no token that its server accepts. */
  | { readonly kind: 'needs-token' }
  /** Its token may not see its keys (any more). */
  | { readonly kind: 'not-allowed' };

/** News of one project. The news of a reading carry the number that it was asked for by. */
export type ProjectNews = { readonly loadId: number; readonly connectionId: string } & (
  | { readonly kind: 'reading'; readonly reading: ProjectReading }
  /** What this computer knows of its keys. */
  | { readonly kind: 'facts'; readonly facts: LocalFacts }
  /** A part of its list; the last part puts the whole of it in the place of what was shown. */
  | ({ readonly kind: 'rows'; readonly rows: RowsText; readonly isLast: boolean } & AboutList)
  /** Its server sent the very list that was told before. */
  | ({ readonly kind: 'same' } & AboutList)
);

export type AboutList = {
  /** When that list was loaded, in milliseconds since the epoch. */
  readonly savedAt: number;
  /** Who its token belongs to there; null where that is nobody. */
  readonly userId: string | null;
};

/** Whether there is more to come of a project. */
export function isBeingRead({ kind }: ProjectReading): boolean {
  return kind === 'waiting' || kind === 'reading';
}
