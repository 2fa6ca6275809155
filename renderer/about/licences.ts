/** A part of the program that is others' work, and on what terms. */
export type Licence = {
  readonly name: string;
  /** Null where the program itself says which it is. */
  readonly version: string | null;
  /** In short: "MIT". */
  readonly license: string;
  /** Whole, as it asks to be. */
  readonly text: string;
};

/** Put in place of the name as the page is built: scripts/licences.mjs reads them from the packages themselves. */
declare const LICENCES_OF_THIS_BUILD: readonly Licence[];

export const LICENCES = LICENCES_OF_THIS_BUILD;
