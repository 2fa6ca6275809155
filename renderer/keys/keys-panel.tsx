import { type KeyRow, rowId } from '../../shared/api-key.ts';
import { OtherView } from '../views/other-view.tsx';
import { isOfKeys } from '../views/views.ts';
import { KeysBody } from './keys-body.tsx';
import { KeysTable } from './keys-table.tsx';
import type { KeysDesk } from './use-keys-desk.ts';

type OfDesk = { readonly desk: KeysDesk };

const menuRowOf = ({ menu }: KeysDesk): string | null => (menu ? rowId(menu.row) : null);

/** The view that is chosen: the table of the keys, or one of the others. */
export function KeysPanel({ desk }: OfDesk) {
  const { view } = desk;
  const content =
    view === 'keys' ? (
      <TableOfDesk desk={desk} />
    ) : (
      <OtherView
        view={view}
        state={desk.state}
        rows={desk.rows}
        query={desk.query}
        onQuery={desk.setQuery}
        userId={desk.connection.user?.id ?? null}
        facts={desk.known.facts}
        now={desk.now}
        waiting={desk.isWaiting}
        menuRow={menuRowOf(desk)}
        onOpen={desk.openers.showDetails}
        onDelete={desk.openers.askToDelete}
        onMenu={desk.showMenu}
        onView={desk.setView}
        handle={desk.table}
      />
    );
  return isOfKeys(view) ? <KeysBody desk={desk}>{content}</KeysBody> : content;
}

function TableOfDesk({ desk }: OfDesk) {
  const { selected, askToDelete: askToDeleteSeveral } = desk.several;

  /** The row, or all that are selected. */
  const deleteFromTable = (row: KeyRow) => {
    const [first = row, ...others] = selected.rows;
    if (others.length === 0) desk.openers.askToDelete(first);
    else if (desk.problems.delete === null) askToDeleteSeveral(selected.rows);
  };

  return (
    <KeysTable
      rows={desk.rows}
      waiting={desk.isWaiting}
      query={desk.query}
      sort={desk.sort}
      onSort={desk.setSort}
      now={desk.now}
      highlighted={desk.arrival.highlighted}
      menuRow={menuRowOf(desk)}
      onOpen={desk.openers.showDetails}
      onDelete={deleteFromTable}
      onMenu={desk.showMenu}
      selected={selected.ids}
      onSelect={selected.onSelect}
      handle={desk.table}
    />
  );
}
