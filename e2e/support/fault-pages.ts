import type { Fault } from './fault.ts';

/** A page of a list, as far as a fault needs to know it. */
type Page = { readonly data: readonly Row[]; readonly last_id?: string };
type Row = Readonly<Record<string, unknown>>;

function eachPage(change: (page: Page) => unknown): Fault {
  return { kind: 'alter', change: (json) => change(json as Page) };
}

/** Changes the rows of a page, the newest of the page with the index 0; a row may become anything. */
export function alterRows(change: (row: Row, index: number) => unknown): Fault {
  return eachPage((page) => ({ ...page, data: page.data.map(change) }));
}

/** Every page is the first one once more, and always there is said to be another. */
export function samePageAgain(): Fault {
  let first: Page | null = null;
  return eachPage((page) => {
    first ??= page;
    return { ...first, has_more: true };
  });
}

/** The pages are the true ones, but all tell the first one's end for their own. */
export function sameCursorAgain(): Fault {
  let cursor: string | undefined;
  return eachPage((page) => {
    cursor ??= page.last_id;
    return { ...page, has_more: true, last_id: cursor };
  });
}

/** No rows, and more of them to come. */
export function emptyPageWithMore(): Fault {
  return eachPage(() => ({ data: [], has_more: true }));
}
