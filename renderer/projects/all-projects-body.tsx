import { useMemo } from 'react';
import { type KeyRow, rowId } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import type { ViewId } from '../../shared/views.ts';
import { BridgeContext, useBridge } from '../bridge.ts';
import { useConnectionDesk } from '../connections/connection-desk.ts';
import { KeysTable } from '../keys/keys-table.tsx';
import { NothingMatches } from '../keys/nothing-matches.tsx';
import { OtherView } from '../views/other-view.tsx';
import { idWithin, ownerOf } from './project-rows.ts';
import styles from './projects.module.css';
import { projectsBridge } from './projects-bridge.ts';
import { factsOfAll, reviewedProjects } from './reviewed-projects.ts';
import type { ProjectsDesk } from './use-projects-desk.ts';

/** The middle of the window: the table, or another view of the same keys. */
export function AllProjectsBody({ desk }: { readonly desk: ProjectsDesk }) {
  const { rows, query, menu, table, doAt, view } = desk;
  const { connections } = useConnectionDesk();
  const onMenu = (row: KeyRow, at: DOMRect): void => {
    const owner = ownerOf(row);
    if (owner) desk.setMenu({ row, at, id: idWithin(owner.connectionId, rowId(owner.row)) });
  };
  if (connections.length === 0) return <p className={styles.empty}>{t('connections.none')}</p>;
  if (!desk.isWaiting && rows.length === 0 && query.trim() !== '')
    return (
      <NothingMatches
        query={query}
        onClear={() => {
          desk.setQuery('');
          desk.search.current?.focus();
        }}
      />
    );
  if (view === 'keys')
    return (
      <KeysTable
        rows={rows}
        waiting={desk.isWaiting}
        query={desk.query}
        sort={desk.sort}
        onSort={desk.setSort}
        now={desk.now}
        highlighted={null}
        menuRow={menu?.id ?? null}
        onOpen={doAt('details')}
        onDelete={doAt('delete')}
        onMenu={onMenu}
        handle={table}
      />
    );
  return <OtherViewOfAll desk={desk} view={view} onMenu={onMenu} />;
}

type OtherViewOfAllProps = {
  readonly desk: ProjectsDesk;
  readonly view: Exclude<ViewId, 'keys'>;
  readonly onMenu: (row: KeyRow, at: DOMRect) => void;
};

function OtherViewOfAll({ desk, view, onMenu }: OtherViewOfAllProps) {
  const { projects, doAt } = desk;
  const facts = useMemo(() => factsOfAll(projects), [projects]);
  const reviewed = useMemo(() => reviewedProjects(projects), [projects]);
  const bridge = useBridge();
  const bound = useMemo(() => projectsBridge(bridge, desk.store), [bridge, desk.store]);
  return (
    <BridgeContext value={bound}>
      <OtherView
        view={view}
        state={desk.state}
        rows={desk.rows}
        query={desk.query}
        onQuery={desk.setQuery}
        userId={null}
        facts={facts}
        projects={reviewed}
        now={desk.now}
        waiting={desk.isWaiting}
        menuRow={desk.menu?.id ?? null}
        onOpen={doAt('details')}
        onDelete={doAt('delete')}
        onMenu={onMenu}
        onView={desk.setView}
        handle={desk.table}
      />
    </BridgeContext>
  );
}
