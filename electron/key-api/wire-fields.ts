import { z } from 'zod';

/** Any id of the form of a uuid: an id of an unusual version is still an id. */
export const id = z.guid();

export function isId(text: string): boolean {
  return id.safeParse(text).success;
}

type WireFields = {
  readonly id?: unknown;
  readonly name?: unknown;
  readonly last_four_digits?: unknown;
  readonly created_date?: unknown;
  readonly value?: unknown;
};

/** The fields of a row as they came; none for what is no object. */
export function fieldsOf(row: unknown): WireFields {
  return typeof row === 'object' && row !== null && !Array.isArray(row) ? row : {};
}
