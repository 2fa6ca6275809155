import type { ReactNode, RefObject } from 'react';
import { type KeyRow, rowId } from '../../shared/api-key.ts';
import type { SelectAction } from '../several/selection.ts';
import { EmptyProject } from './empty-project.tsx';
import type { KeysState } from './keys-state.ts';
import { KeysTable } from './keys-table.tsx';
import styles from './keys-view.module.css';
import { ListBanner, ListError } from './list-banner.tsx';
import type { ListedRow } from './listed-row.ts';
import { NothingMatches } from './nothing-matches.tsx';
import type { RowsHandle } from './rows-handle.ts';
import type { Sort } from './visible-rows.ts';

type KeysBodyProps = {
  readonly state: KeysState;
  readonly rows: readonly ListedRow[];
  readonly waiting: boolean;
  readonly query: string;
  readonly sort: Sort;
  readonly now: number;
  readonly bare: boolean;
  readonly menuRow: KeyRow | null;
  readonly highlighted: string | null;
  readonly table: RefObject<RowsHandle | null>;
  readonly createProblem: string | null;
  readonly onCreate: () => void;
  readonly onClearSearch: () => void;
  readonly onSort: (sort: Sort) => void;
  readonly onOpen: (row: KeyRow) => void;
  readonly onDelete: (row: KeyRow) => void;
  readonly onMenu: (row: KeyRow, at: DOMRect) => void;
  readonly onRetry: () => void;
  readonly onSignIn: () => void;
  readonly tokenRefused: boolean;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (action: SelectAction) => void;
  /** Another view of the same keys, in place of the table. */
  readonly children: ReactNode;
};

/** The middle of a view of keys: the table or another view, or what stands in their place. */
export function KeysBody(props: KeysBodyProps) {
  const { state, rows, waiting, query, sort, now, bare, menuRow, highlighted, table, onRetry, onSignIn } =
    props;
  const { load, list } = state;
  if (bare) return <EmptyProject onCreate={props.onCreate} createProblem={props.createProblem} />;
  if (load.kind === 'failed' && list.rows.length === 0) {
    return (
      <div className={styles.failed}>
        <ListError error={load.error} onRetry={onRetry} onSignIn={onSignIn} />
      </div>
    );
  }
  // While rows are still coming, a match may be among them.
  const whole = load.kind !== 'loading' || load.refreshing;
  const nothing = whole && rows.length === 0 && query.trim() !== '';
  return (
    <>
      <ListBanner
        state={state}
        now={now}
        onRetry={onRetry}
        onSignIn={onSignIn}
        tokenRefused={props.tokenRefused}
      />
      {nothing ? (
        <NothingMatches query={query} onClear={props.onClearSearch} />
      ) : (
        (props.children ?? (
          <KeysTable
            rows={rows}
            waiting={waiting}
            sort={sort}
            onSort={props.onSort}
            now={now}
            highlighted={highlighted}
            menuRow={menuRow ? rowId(menuRow) : null}
            onOpen={props.onOpen}
            onDelete={props.onDelete}
            onMenu={props.onMenu}
            selected={props.selected}
            onSelect={props.onSelect}
            handle={table}
          />
        ))
      )}
    </>
  );
}
