import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { type KeyRow, rowId } from '../../shared/api-key.ts';
import type { ExportFormat, KeyExport } from '../../shared/key-export.ts';
import type { Connection } from '../../shared/session-state.ts';
import { VIEWS } from '../../shared/views.ts';
import { AttemptBanners } from '../attempts/attempt-banners.tsx';
import { useOpenAttempts } from '../attempts/use-open-attempts.ts';
import { useBridge } from '../bridge.ts';
import { ClipboardNotice } from '../clipboard/clipboard-notice.tsx';
import { useClipboard } from '../clipboard/use-clipboard.ts';
import { CreateKeyDialog } from '../create-key/create-key-dialog.tsx';
import { createCreateKeyStore } from '../create-key/create-key-store.ts';
import { DeleteKeyDialog } from '../delete-key/delete-key-dialog.tsx';
import { FilterBar } from '../filter/filter-bar.tsx';
import { useFilterFacts } from '../filter/use-filter-facts.ts';
import { formatNumber, keyCount } from '../format.ts';
import { KeyDetails } from '../key-details/key-details.tsx';
import { LinkNotice } from '../links/link-notice.tsx';
import { useLinkTarget } from '../links/use-link-target.ts';
import { ExchangeOutcome } from '../local-facts/exchange-outcome.tsx';
import { KnownHere } from '../local-facts/known-here.tsx';
import { LocalColumnsContext } from '../local-facts/local-columns-context.ts';
import { LocalMenu } from '../local-facts/local-menu.tsx';
import { useFactsExchange } from '../local-facts/use-facts-exchange.ts';
import { useLocalColumns } from '../local-facts/use-local-columns.ts';
import { useLocalFacts } from '../local-facts/use-local-facts.ts';
import { NewKeyDialog } from '../new-key/new-key-dialog.tsx';
import { usePendingSecret } from '../new-key/use-pending-secret.ts';
import { GoTo } from '../palette/go-to.tsx';
import { MarksContext } from '../replace-key/marks-context.ts';
import { ReplaceGuide } from '../replace-key/replace-guide.tsx';
import { ReplaceLead } from '../replace-key/replace-lead.tsx';
import { RotationBanners } from '../replace-key/rotation-banners.tsx';
import { StoredCheckList } from '../replace-key/stored-check-list.tsx';
import { useReplacing } from '../replace-key/use-replacing.ts';
import { quietly } from '../settled.ts';
import { Several } from '../several/several.tsx';
import { useSeveral } from '../several/use-several.ts';
import { useCommands } from '../shortcuts.ts';
import { useNow } from '../use-now.ts';
import { OtherView } from '../views/other-view.tsx';
import { ViewTabs } from '../views/view-tabs.tsx';
import { isOfKeys } from '../views/views.ts';
import { WhoseKeyDialog } from '../whose-key/whose-key-dialog.tsx';
import { actionProblems, withoutDelete } from './action-problems.ts';
import { KeysBody } from './keys-body.tsx';
import type { KeysState, KeysStore } from './keys-store.ts';
import { KeysToolbar } from './keys-toolbar.tsx';
import styles from './keys-view.module.css';
import { openersOf } from './openers.ts';
import { type OpenMenu, RowMenu } from './row-menu.tsx';
import type { RowsHandle } from './rows-handle.ts';
import { StatusBar } from './status-bar.tsx';
import { focusNeighbour, useArrival } from './use-arrival.ts';
import { useCurrentRow } from './use-current-row.ts';
import { NOTHING, type Open, usePlace } from './use-place.ts';
import { useVisibleRows } from './use-visible-rows.ts';
import { useWakeUp } from './use-wake-up.ts';

type KeysViewProps = {
  readonly store: KeysStore;
  readonly connection: Connection;
  /** The server does not accept the token any more, and the person wants to sign in again. */
  readonly onSignIn: () => void;
  readonly onExport: (what: KeyExport) => void;
};

function countText({ load, list }: KeysState, shown: number, query: string): string {
  const all = list.rows.length;
  if (load.kind === 'loading' && !load.refreshing) return '';
  if (load.kind === 'failed' && all === 0) return '';
  return query.trim() === '' ? keyCount(all) : `${formatNumber(shown)} of ${keyCount(all)}`;
}

/** The views of the project's API keys, and what opens over them. */
export function KeysView({ store, connection, onSignIn, onExport }: KeysViewProps) {
  const bridge = useBridge();
  const state = useStore(store.state);
  const now = useNow();
  const [createStore] = useState(() => createCreateKeyStore({ bridge }));
  const place = usePlace(state, createStore);
  const { view, setView, query, setQuery, sort, setSort, open, setOpen } = place;
  // A form that came back with the page while its key was made is over: it is not to be sent again.
  const [pending, setPending] = usePendingSecret(() => {
    setOpen(NOTHING);
    createStore.getState().reset();
  });
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const table = useRef<RowsHandle>(null);
  const known = useLocalFacts();
  const filterFacts = useFilterFacts(known.facts, connection.user?.id ?? null, now);
  const rows = useVisibleRows(state.list, query, sort, filterFacts);
  const several = useSeveral({ keys: store, all: state.list.rows, shown: rows, table });
  const { selected } = several;
  const arrival = useArrival(rows, table);
  const clipboard = useClipboard();
  const deletingId = open.kind === 'delete' ? open.row.id : null;
  const opened = useCurrentRow(state, 'row' in open ? open.row : null);
  const openedRow = (kind: Open['kind']) => (open.kind === kind && opened ? opened.row : null);
  const attempts = useOpenAttempts(store, createStore, deletingId);

  const { facts } = known;
  const columns = useLocalColumns(facts);
  const exchange = useFactsExchange();
  const replacing = useReplacing(connection, state, facts, pending);

  const problems = actionProblems(connection, state.load);
  const createProblem = problems.create;
  const loading = state.load.kind === 'loading';
  const waiting = loading && state.list.rows.length === 0;
  const bare = state.list.rows.length === 0 && state.load.kind === 'ready';

  useWakeUp(store);
  const openers = openersOf({
    setOpen,
    createStore,
    problems,
    isPending: pending !== null,
    rows: state.list.rows,
    rotations: known.facts.rotations,
  });
  const { create, lookFor, duplicate, replace, guide, askToDelete, showDetails, close } = openers;
  const linkWords = useLinkTarget({
    state,
    isBusy: open.kind !== 'nothing' || pending !== null,
    createProblem,
    onOpen: showDetails,
    onCreate: (form) => {
      createStore.getState().begin(form, 'from-link');
      create();
    },
  });
  // The button that was pressed goes away: the focus goes on to the rows.
  const clearClipboard = () => {
    table.current?.focusFirst();
    quietly(bridge.clearClipboard());
  };
  // From the menu: the row takes the focus first, so that it gets it back when what opens is closed.
  const fromMenu = (then: (row: KeyRow) => void) => (row: KeyRow) => {
    table.current?.focusRow(rowId(row));
    then(row);
  };

  /** What the search leaves, in the order of the table. */
  const exportShown = (format: ExportFormat) => {
    const ids = query.trim() === '' ? null : rows.map(({ id }) => id);
    if (state.isWhole && ids?.length !== 0) onExport({ ids, format });
  };
  const deleteFromTable = (row: KeyRow) => {
    const [first = row, ...others] = selected.rows;
    if (others.length === 0) askToDelete(first);
    else if (problems.delete === null) several.askToDelete(selected.rows);
  };

  /** A view without keys has no search: the keys take its place first. */
  const findByName = () => {
    if (!search.current) flushSync(() => setView('keys'));
    search.current?.focus();
    search.current?.select();
  };

  useCommands((command) => {
    if (command === 'create-key') create();
    else if (command === 'refresh') store.refresh();
    else if (command === 'export') exportShown('csv');
    else if (command === 'export-json') exportShown('json');
    else if (command === 'search') findByName();
  });

  const otherView =
    view === 'keys' ? null : (
      <OtherView
        view={view}
        state={state}
        rows={rows}
        query={query}
        onQuery={setQuery}
        connection={connection}
        facts={known.facts}
        now={now}
        waiting={waiting}
        menuRow={menu ? rowId(menu.row) : null}
        onOpen={showDetails}
        onDelete={askToDelete}
        onMenu={(row, at) => setMenu({ row, at })}
        onView={setView}
        handle={table}
      />
    );

  return (
    <main className={styles.view}>
      <ViewTabs view={view} onView={setView}>
        <KeysToolbar
          title={VIEWS.find(({ id }) => id === view)?.label ?? ''}
          canSearch={isOfKeys(view)}
          count={isOfKeys(view) ? countText(state, rows.length, query) : ''}
          query={query}
          onQuery={setQuery}
          searchRef={search}
          onLeaveSearch={() => table.current?.focusFirst()}
          environments={filterFacts.environments}
          loading={loading}
          onRefresh={store.refresh}
          canExport={state.isWhole && rows.length > 0}
          exported={keyCount(rows.length)}
          onExport={exportShown}
          onCreate={create}
          createProblem={createProblem}
          bare={bare}
        >
          <LocalMenu
            columns={columns.columns}
            onColumns={columns.choose}
            onExport={exchange.exportFacts}
            onImport={exchange.importFacts}
          />
        </KeysToolbar>
        <LinkNotice words={linkWords} />
        <ExchangeOutcome outcome={exchange.outcome} onDismiss={exchange.dismiss} />
        {isOfKeys(view) ? <FilterBar query={query} onQuery={setQuery} searchRef={search} /> : null}
        <AttemptBanners
          attempts={attempts.filter(replacing.isToldByAttempt)}
          state={state}
          now={now}
          onLook={lookFor}
          onDetails={showDetails}
          onDelete={askToDelete}
          onDismissed={() => table.current?.focusFirst()}
        />
        <RotationBanners
          rotations={replacing.shown}
          facts={known.facts}
          hiddenId={replacing.ofPending?.oldKey.id ?? null}
          listed={replacing.listed}
          now={now}
          onContinue={({ oldKey }) => guide(oldKey.id)}
          onDone={() => table.current?.focusFirst()}
        />
        <LocalColumnsContext value={columns}>
          <MarksContext value={replacing.marks}>
            {isOfKeys(view) ? (
              <KeysBody
                state={state}
                rows={rows}
                waiting={waiting}
                query={query}
                sort={sort}
                now={now}
                bare={bare}
                menuRow={menu?.row ?? null}
                highlighted={arrival.highlighted}
                table={table}
                createProblem={createProblem}
                onCreate={create}
                onClearSearch={() => {
                  setQuery('');
                  search.current?.focus();
                }}
                onSort={setSort}
                onOpen={showDetails}
                onDelete={deleteFromTable}
                selected={selected.ids}
                onSelect={selected.onSelect}
                onMenu={(row, at) => setMenu({ row, at })}
                onRetry={store.refresh}
                onSignIn={onSignIn}
                tokenRefused={connection.standing === 'token-refused'}
              >
                {otherView}
              </KeysBody>
            ) : (
              otherView
            )}
          </MarksContext>
        </LocalColumnsContext>
        <StatusBar
          load={state.load}
          loadedAt={state.loadedAt}
          now={now}
          onCancel={store.cancel}
          note={connection.refused.create ? createProblem : null}
        >
          {/* While the new key is shown, its dialog tells of the clipboard. */}
          {pending ? null : (
            <ClipboardNotice state={clipboard} copied="some" place="bar" onClear={clearClipboard} />
          )}
        </StatusBar>
        {view === 'keys' ? (
          <Several
            several={several}
            shown={rows.length}
            deleteProblem={problems.delete}
            canExport={state.isWhole}
            onExport={(format, ids) => onExport({ ids, format })}
            now={now}
          />
        ) : null}
      </ViewTabs>
      <RowMenu
        menu={menu}
        problems={problems}
        onClose={() => setMenu(null)}
        onDetails={fromMenu(showDetails)}
        onDuplicate={fromMenu(duplicate)}
        onReplace={fromMenu(replace)}
        onDelete={fromMenu(askToDelete)}
      />
      <GoTo
        rows={state.list.rows}
        isDemo={connection.kind === 'demo'}
        onKey={({ row }) => showDetails(row)}
      />
      <WhoseKeyDialog rows={state.list.rows} onDetails={({ row }) => showDetails(row)} />
      <CreateKeyDialog
        opened={open.kind === 'create'}
        onClose={close}
        onCreated={(secret) => {
          close();
          setPending(secret);
        }}
        connection={connection}
        keys={store}
        store={createStore}
        lead={<ReplaceLead store={createStore} rows={state.list.rows} />}
      />
      <NewKeyDialog
        pending={pending}
        onStored={() => {
          if (pending) arrival.expect(pending.keyId);
          setPending(null);
          setQuery('');
          store.refresh();
        }}
      >
        {replacing.ofPending ? (
          <StoredCheckList
            rotation={replacing.ofPending}
            facts={facts}
            isOwn={replacing.isOwn(replacing.ofPending.oldKey.lastFour)}
          />
        ) : null}
      </NewKeyDialog>
      <ReplaceGuide
        row={openedRow('replace')}
        facts={facts}
        listed={replacing.listed}
        problems={problems}
        onCreate={openers.createInPlaceOf}
        onDelete={openers.askToDeleteById}
        onClose={close}
        onStopped={() => table.current?.focusFirst()}
      />
      <KeyDetails
        row={openedRow('details')}
        userId={connection.user?.id ?? null}
        now={now}
        onClose={close}
        onDuplicate={duplicate}
        onReplace={replace}
        onDelete={askToDelete}
        problems={opened?.isGone ? withoutDelete(problems) : problems}
      >
        {opened?.row.id ? <KnownHere key={opened.row.id} row={opened.row} known={known} now={now} /> : null}
      </KeyDetails>
      <DeleteKeyDialog
        row={openedRow('delete')}
        isGone={opened?.isGone ?? false}
        warnings={opened ? replacing.warningsFor(opened.row) : []}
        onClose={close}
        onDeleted={(id) => {
          close();
          focusNeighbour(rows, id, table);
          store.removeKey(id);
          const ended = facts.rotations.find(({ newKey }) => newKey?.id === id);
          if (ended) guide(ended.oldKey.id);
        }}
      />
    </main>
  );
}
