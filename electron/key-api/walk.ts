import { fail, ok, type Result } from '../../shared/app-error.ts';
import type { LoadOutcome } from '../../shared/contract.ts';
import { type Answer, withRequest } from './requests.ts';
import { type Page, readPage } from './wire-page.ts';

export type WalkOptions = {
  readonly maxPages: number;
  /** Asks for one page, from the beginning or after an id. */
  readonly ask: (after: string | null) => Promise<Answer<unknown>>;
  /**
   * Takes the rows of a page as it comes.
   * @returns how many of them had not been seen before.
   */
  readonly take: (page: Page) => number | Promise<number>;
};

/**
 * Walks a list to its end. A list that is changed meanwhile may repeat rows, which is fine; a server that promises
 * more without sending anything new would be asked for ever, so the walk ends there, as `partial`.
 */
export async function walkPages({ maxPages, ask, take }: WalkOptions): Promise<Result<LoadOutcome>> {
  const asked = new Set<string>();
  let after: string | null = null;
  for (let count = 0; count < maxPages; count += 1) {
    const answer: Answer<unknown> = await ask(after);
    if (!answer.ok) return answer;
    const page = readPage(answer.value);
    if (!page) return fail(withRequest({ kind: 'not-the-key-api', status: 200 }, answer.request));
    const fresh = await take(page);
    if (!page.hasMore) return ok({ kind: 'complete' });
    if (fresh === 0 || page.cursor === null || asked.has(page.cursor)) return ok({ kind: 'partial' });
    asked.add(page.cursor);
    after = page.cursor;
  }
  return ok({ kind: 'partial' });
}

/**
 * The number of rows the whole list will have, at most one page too many; null where the server does not tell.
 * A server may send smaller pages than it was asked for: the first page's own size counts.
 */
export function estimateTotal(first: Page, maxPages: number): number | null {
  if (!first.hasMore) return first.rows.length;
  return first.totalPages !== null && first.totalPages > 0 && first.totalPages <= maxPages
    ? first.totalPages * first.rows.length
    : null;
}
