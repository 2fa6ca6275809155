import { type KeyRow, rowId } from '../../shared/api-key.ts';
import { OtherView } from '../views/other-view.tsx';
import { isOfKeys } from '../views/views.ts';
import { KeysBody } from './keys-body.tsx';
import type { KeysDesk } from './use-keys-desk.ts';

/** The view that is chosen: the table of the keys, or one of the others. */
export function KeysPanel({ desk }: { readonly desk: KeysDesk }) {
  const { connection, view, setView, query, setQuery, state, now, rows, table, menu } = desk;
  const { selected, askToDelete: askToDeleteSeveral } = desk.several;
  const { create, showDetails, askToDelete } = desk.openers;
  const { problems } = desk;

  const deleteFromTable = (row: KeyRow) => {
    const [first = row, ...others] = selected.rows;
    if (others.length === 0) askToDelete(first);
    else if (problems.delete === null) askToDeleteSeveral(selected.rows);
  };

  const otherView =
    view === 'keys' ? null : (
      <OtherView
        view={view}
        state={state}
        rows={rows}
        query={query}
        onQuery={setQuery}
        userId={connection.user?.id ?? null}
        facts={desk.known.facts}
        now={now}
        waiting={desk.isWaiting}
        menuRow={menu ? rowId(menu.row) : null}
        onOpen={showDetails}
        onDelete={askToDelete}
        onMenu={desk.showMenu}
        onView={setView}
        handle={table}
      />
    );
  if (!isOfKeys(view)) return otherView;
  return (
    <KeysBody
      state={state}
      rows={rows}
      waiting={desk.isWaiting}
      query={query}
      sort={desk.sort}
      now={now}
      bare={desk.isBare}
      menuRow={menu?.row ?? null}
      highlighted={desk.arrival.highlighted}
      table={table}
      createProblem={problems.create}
      onCreate={create}
      onClearSearch={() => {
        setQuery('');
        desk.search.current?.focus();
      }}
      onSort={desk.setSort}
      onOpen={showDetails}
      onDelete={deleteFromTable}
      selected={selected.ids}
      onSelect={selected.onSelect}
      onMenu={desk.showMenu}
      onRetry={desk.store.refresh}
      onSignIn={desk.onSignIn}
      tokenRefused={connection.standing === 'token-refused'}
    >
      {otherView}
    </KeysBody>
  );
}
