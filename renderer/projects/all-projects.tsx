import { useEffect, useMemo } from 'react';
import { flushSync } from 'react-dom';
import type { KeyRow } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import type { ViewId } from '../../shared/views.ts';
import { useConnectionDesk } from '../connections/connection-desk.ts';
import { ConnectionSwitcher } from '../connections/connection-switcher.tsx';
import { ErrorAlert } from '../error-alert.tsx';
import { FilterBar } from '../filter/filter-bar.tsx';
import { formatNumber, keyCount } from '../format.ts';
import { KeysToolbar } from '../keys/keys-toolbar.tsx';
import view from '../keys/keys-view.module.css';
import { RowColumnContext } from '../keys/row-column.ts';
import { RowMenu } from '../keys/row-menu.tsx';
import { StatusBar } from '../keys/status-bar.tsx';
import { usePaletteKeys } from '../palette/palette-keys.ts';
import { AppMark } from '../shell/screen.tsx';
import bar from '../shell/top-bar.module.css';
import { useCommands } from '../shortcuts.ts';
import { ViewTabs } from '../views/view-tabs.tsx';
import { WhoseKeyDialog } from '../whose-key/whose-key-dialog.tsx';
import { AllProjectsBody } from './all-projects-body.tsx';
import { ProjectCell } from './project-cell.tsx';
import styles from './projects.module.css';
import { ToldList } from './told-list.tsx';
import { type ProjectsDesk, useProjectsDesk } from './use-projects-desk.ts';

/** What is of one connection alone has no place here. */
const VIEWS: readonly ViewId[] = ['keys', 'by-permission', 'review'];

/** The keys of all connections in one table. What is done to one is done in its own project. */
export function AllProjects() {
  const desk = useProjectsDesk();
  const { connectionOf } = desk;
  const column = useMemo(() => {
    const cell = (row: KeyRow, short: boolean) => {
      const connection = connectionOf(row);
      return connection ? <ProjectCell connection={connection} short={short} /> : null;
    };
    return {
      label: t('projects.project'),
      cell: (row: KeyRow) => cell(row, false),
      short: (row: KeyRow) => cell(row, true),
    };
  }, [connectionOf]);
  usePaletteKeys({
    open: 'all',
    rows: desk.state.list.rows,
    onKey: ({ row }) => desk.doAt('details')(row),
    beside: column.short,
  });
  const findByName = () => {
    if (!desk.search.current) flushSync(() => desk.setView('keys'));
    desk.search.current?.focus();
    desk.search.current?.select();
  };
  useCommands((command) => {
    if (command === 'refresh') desk.store.refresh();
    else if (command === 'search') findByName();
    else if (command === 'export') void desk.exportAs('csv');
    else if (command === 'export-json') void desk.exportAs('json');
  });
  // What had the focus has gone with the project.
  useEffect(() => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('[data-connection-switcher]')?.focus();
  }, []);

  return (
    <div className={styles.window}>
      <header className={bar.bar}>
        <AppMark small />
        <ConnectionSwitcher connection={null} />
      </header>
      <main className={view.view}>
        <ViewTabs view={desk.view} onView={desk.setView} views={VIEWS}>
          <Head desk={desk} />
          {desk.exportError ? (
            <ErrorAlert
              error={desk.exportError}
              onAction={desk.forgetExportError}
              actionLabel={t('common.dismiss')}
            />
          ) : null}
          <RowColumnContext value={column}>
            <AllProjectsBody desk={desk} />
          </RowColumnContext>
          <StatusBar
            load={desk.state.load}
            loadedAt={desk.state.loadedAt}
            now={desk.now}
            onCancel={desk.store.cancel}
            note={null}
          />
        </ViewTabs>
        <Dialogs desk={desk} />
      </main>
    </div>
  );
}

function countText({ state, rows, query }: ProjectsDesk): string {
  const all = keyCount(state.list.rows.length);
  return query.trim() === '' ? all : t('keys.shownOf', { shown: formatNumber(rows.length), keys: all });
}

function Head({ desk }: { readonly desk: ProjectsDesk }) {
  const { query, setQuery, search, state, table, rows, exportAs } = desk;
  const { connections } = useConnectionDesk();
  return (
    <>
      <KeysToolbar
        title={t('projects.title')}
        canSearch
        count={desk.isWaiting ? '' : countText(desk)}
        query={query}
        onQuery={setQuery}
        searchRef={search}
        onLeaveSearch={() => table.current?.focusFirst()}
        environments={desk.environments}
        loading={state.load.kind === 'loading'}
        onRefresh={desk.store.refresh}
        canExport={rows.length > 0}
        exported={keyCount(rows.length)}
        onExport={(format) => void exportAs(format)}
        onCreate={null}
        createProblem={null}
        bare={connections.length === 0}
      />
      <FilterBar query={query} onQuery={setQuery} searchRef={search} />
      <ToldList told={desk.told} />
    </>
  );
}

function Dialogs({ desk }: { readonly desk: ProjectsDesk }) {
  const { menu, setMenu, doAt, connectionOf } = desk;
  const connection = menu ? connectionOf(menu.row) : null;
  return (
    <>
      <RowMenu
        menu={menu}
        problems={menu ? desk.problemsOf(menu.row) : { create: null, delete: null }}
        note={connection ? <ProjectCell connection={connection} /> : null}
        onClose={() => setMenu(null)}
        onDetails={doAt('details')}
        onDuplicate={doAt('duplicate')}
        onReplace={doAt('replace')}
        onDelete={doAt('delete')}
      />
      <WhoseKeyDialog rows={[]} openId={null} onDetails={({ row }) => doAt('details')(row)} />
    </>
  );
}
