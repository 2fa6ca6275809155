import { useContext } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';
import { environmentLabel, type KeyFacts, keyFactsOf } from '../../shared/local-facts.ts';
import type { OptionalColumn } from '../../shared/optional-columns.ts';
import { creatorText } from '../creator-text.ts';
import { oneLine } from '../format.ts';
import table from '../keys/keys-table.module.css';
import { COLUMN_LABELS } from './column-labels.ts';
import { OptionalColumnsContext } from './optional-columns-context.ts';

/** What a cell shows, and what it tells in full on hover. */
type Cell = { readonly text: string; readonly title: string };

const plain = (text: string): Cell => ({ text, title: text });

/** As much of an id as tells one person from another. */
const beginningOf = (id: string): string => id.slice(0, 8);

function cellOf(
  column: OptionalColumn,
  row: KeyRow,
  { owner, environment }: KeyFacts,
  userId: string | null,
): Cell {
  switch (column) {
    case 'owner':
      return plain(oneLine(owner));
    case 'environment':
      return plain(oneLine(environmentLabel(environment)));
    case 'createdBy':
      return { text: creatorText(row, userId, beginningOf), title: creatorText(row, userId) };
  }
}

export function OptionalHeaders() {
  return useContext(OptionalColumnsContext).columns.map((column) => (
    <th key={column} scope="col" className={table.columnHeader}>
      <span className={table.headerLabel}>{COLUMN_LABELS[column]}</span>
    </th>
  ));
}

export function OptionalCells({ row }: { readonly row: KeyRow }) {
  const { columns, facts, userId } = useContext(OptionalColumnsContext);
  if (columns.length === 0) return null;
  const known = keyFactsOf(facts, row.id ?? '');
  return columns.map((column) => {
    const { text, title } = cellOf(column, row, known, userId);
    return (
      <td key={column} className={table.cell} title={title}>
        <bdi className={table.optional}>{text}</bdi>
      </td>
    );
  });
}
