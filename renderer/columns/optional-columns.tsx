import { useContext } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';
import { environmentLabel, type KeyFacts, keyFactsOf } from '../../shared/local-facts.ts';
import type { OptionalColumn } from '../../shared/optional-columns.ts';
import { oneLine } from '../format.ts';
import table from '../keys/keys-table.module.css';
import { COLUMN_LABELS } from './column-labels.ts';
import { OptionalColumnsContext } from './optional-columns-context.ts';

function cellText(column: OptionalColumn, { owner, environment }: KeyFacts): string {
  switch (column) {
    case 'owner':
      return oneLine(owner);
    case 'environment':
      return oneLine(environmentLabel(environment));
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
  const { columns, facts } = useContext(OptionalColumnsContext);
  if (columns.length === 0) return null;
  const known = keyFactsOf(facts, row.id ?? '');
  return columns.map((column) => {
    const text = cellText(column, known);
    return (
      <td key={column} className={table.cell} title={text}>
        <bdi className={table.optional}>{text}</bdi>
      </td>
    );
  });
}
