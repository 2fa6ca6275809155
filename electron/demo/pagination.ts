import { z } from 'zod';
import { refuse } from './refusals.ts';
import { guid } from './validation.ts';
import type { WirePage } from './wire.ts';

/** Something to page through, in the order of creation. */
export type Sequence<T> = {
  readonly count: () => number;
  readonly slice: (start: number, end: number) => readonly T[];
  /** Where the id stands; null for an id that never was in it. */
  readonly placeOf: (id: string) => Place | null;
};

/** The positions that an id takes up: one, or none (`start` = `end`) once it is deleted. */
export type Place = { readonly start: number; readonly end: number };

export type PageQuery = {
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly page?: number | undefined;
  readonly limit: number;
  readonly order: 'asc' | 'desc';
};

/** A whole number of a query; its limits belong to the number, not to its digits. */
function integer(min: number, max = Number.POSITIVE_INFINITY) {
  return z
    .string()
    .regex(/^[+-]?\d+$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max));
}

/** The query of a list call. */
export function pageQuery(limits: { readonly max: number; readonly usual: number }): z.ZodType<PageQuery> {
  return z.object({
    after: guid.optional(),
    before: guid.optional(),
    page: integer(1).optional(),
    limit: integer(1, limits.max).default(limits.usual),
    order: z.enum(['asc', 'desc']).default('desc'),
  });
}

type Range = { readonly start: number; readonly end: number; readonly hasMore: boolean };

function upFrom(start: number, limit: number, count: number): Range {
  return {
    start: Math.min(start, count),
    end: Math.min(start + limit, count),
    hasMore: start + limit < count,
  };
}

function downFrom(end: number, limit: number): Range {
  return { start: Math.max(end - limit, 0), end: Math.max(end, 0), hasMore: end - limit > 0 };
}

function rangeAtCursor<T>(sequence: Sequence<T>, query: PageQuery, cursor: string): Range {
  const place = sequence.placeOf(cursor);
  if (!place) throw refuse('INVALID_PAGINATION_PARAMETERS');
  const goesUp = (query.order === 'asc') === (query.after !== undefined);
  return goesUp ? upFrom(place.end, query.limit, sequence.count()) : downFrom(place.start, query.limit);
}

function rangeOfPage<T>(sequence: Sequence<T>, query: PageQuery, page: number): Range {
  const offset = (page - 1) * query.limit;
  const count = sequence.count();
  return query.order === 'asc' ? upFrom(offset, query.limit, count) : downFrom(count - offset, query.limit);
}

/**
 * The page that a query asks for. `has_more` looks the way the walk goes: with `before`, towards the start.
 * Two cursors at once, a cursor and a page, or a cursor nobody knows are refused.
 */
export function paginate<T, W extends { readonly id: string }>(
  sequence: Sequence<T>,
  query: PageQuery,
  toWire: (entry: T) => W,
): WirePage<W> {
  if ([query.after, query.before, query.page].filter((given) => given !== undefined).length > 1) {
    throw refuse('INVALID_PAGINATION_PARAMETERS');
  }
  const cursor = query.after ?? query.before;
  const page = query.page ?? 1;
  const range =
    cursor === undefined ? rangeOfPage(sequence, query, page) : rangeAtCursor(sequence, query, cursor);
  const rising = sequence.slice(range.start, range.end).map(toWire);
  const data = query.order === 'asc' ? rising : rising.toReversed();
  const [first, last] = [data[0], data.at(-1)];
  return {
    data,
    has_more: range.hasMore,
    ...(first && last && { first_id: first.id, last_id: last.id }),
    ...(cursor === undefined && {
      current_page: page,
      total_pages: Math.ceil(sequence.count() / query.limit),
    }),
  };
}
