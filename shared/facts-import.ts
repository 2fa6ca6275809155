import type { MergeCount } from './merge-facts.ts';

/** What an import of local facts has done. */
export type FactsImport =
  | ({ readonly kind: 'imported' } & MergeCount)
  | { readonly kind: 'cancelled' }
  /** Nothing was changed. */
  | { readonly kind: 'refused'; readonly reason: ImportRefusal };

export type ImportRefusal =
  /** The file could not be read, or is far too large. */
  | 'not-read'
  | 'not-ours'
  /** A file of ours, with something wrong in it. */
  | 'damaged'
  | 'newer'
  | 'other-project';
