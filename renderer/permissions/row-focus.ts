import type { PermissionLevel } from '../../shared/permissions.ts';

const ROW = '[data-resource]';

/** Focuses a level of a row, or the chosen one: the row's only tab stop. */
export function focusRow(row: Element | null | undefined, level?: PermissionLevel): void {
  const radio = row?.querySelector<HTMLInputElement>(level ? `input[value="${level}"]` : 'input:checked');
  radio?.focus();
}

/** The row that lies `by` rows further, over the borders of groups; the row itself at either end. */
export function neighbourRow(row: Element, by: -1 | 1): Element {
  const rows = [...(row.closest('[data-editor]')?.querySelectorAll(ROW) ?? [])];
  return rows[rows.indexOf(row) + by] ?? row;
}

/** The first row of the group before or after; at either end, that of the group itself. */
export function neighbourGroupRow(row: Element, by: -1 | 1): Element {
  const groups = [...(row.closest('[data-editor]')?.querySelectorAll('[data-group]') ?? [])];
  const index = groups.findIndex((group) => group.contains(row));
  return (groups[index + by] ?? groups[index])?.querySelector(ROW) ?? row;
}

/** The first or last of the rows that are shown. */
export function endRow(row: Element, which: 'first' | 'last'): Element {
  const rows = [...(row.closest('[data-editor]')?.querySelectorAll(ROW) ?? [])];
  return rows.at(which === 'first' ? 0 : -1) ?? row;
}

/** The row of a resource under an element. */
export function rowOf(within: Element | null, resource: string | undefined): Element | null {
  return within?.querySelector(`[data-resource="${resource ?? ''}"]`) ?? null;
}

/** The first row under an element. */
export function firstRow(within: Element | null): Element | null {
  return within?.querySelector(ROW) ?? null;
}
