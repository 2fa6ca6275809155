import { z } from 'zod';
import { fieldsOf, id } from './wire-fields.ts';

const pageOnWire = z.object({
  data: z.array(z.unknown()),
  has_more: z.boolean(),
  last_id: id.nullish().catch(null),
  total_pages: z.int().min(0).nullish().catch(null),
});

/** One page of a list, its rows not read yet. */
export type Page = {
  readonly rows: readonly unknown[];
  readonly hasMore: boolean;
  /** The id after which the next page begins: the server's, or the last row's. */
  readonly cursor: string | null;
  readonly totalPages: number | null;
};

export function readPage(answer: unknown): Page | null {
  const page = pageOnWire.safeParse(answer).data;
  if (!page) return null;
  const lastRow = id.safeParse(fieldsOf(page.data.at(-1)).id).data;
  return {
    rows: page.data,
    hasMore: page.has_more,
    cursor: page.last_id ?? lastRow ?? null,
    totalPages: page.total_pages ?? null,
  };
}
