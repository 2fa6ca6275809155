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

/** The first row under an element. */
export function firstRow(within: Element | null): Element | null {
  return within?.querySelector(ROW) ?? null;
}
