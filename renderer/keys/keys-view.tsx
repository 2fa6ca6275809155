import { createContext, memo, useContext } from 'react';
import { flushSync } from 'react-dom';
import type { ExportFormat } from '../../shared/key-export.ts';
import { useBridge } from '../bridge.ts';
import { ClipboardNotice } from '../clipboard/clipboard-notice.tsx';
import { useClipboard } from '../clipboard/use-clipboard.ts';
import { OptionalColumnsContext } from '../columns/optional-columns-context.ts';
import { useOptionalColumns } from '../columns/use-optional-columns.ts';
import { MarksContext } from '../replace-key/marks-context.ts';
import { quietly } from '../settled.ts';
import { Several } from '../several/several.tsx';
import { useCommands } from '../shortcuts.ts';
import { useUntyped } from '../use-untyped.ts';
import { ViewTabs } from '../views/view-tabs.tsx';
import { KeysDialogs } from './keys-dialogs.tsx';
import { KeysHead } from './keys-head.tsx';
import { KeysPanel } from './keys-panel.tsx';
import styles from './keys-view.module.css';
import { StatusBar } from './status-bar.tsx';
import { type KeysDesk, type KeysDeskParts, useKeysDesk } from './use-keys-desk.ts';

const DeskContext = createContext<KeysDesk | null>(null);

/** The views of the project's API keys, and what opens over them. */
export function KeysView(props: KeysDeskParts) {
  const desk = useKeysDesk(props);
  const untyped = useUntyped(desk, desk.query);
  return (
    <main className={styles.view}>
      <DeskContext value={desk}>
        {/* The same element each time: a letter that is typed does not render the tabs. */}
        <ViewTabs view={desk.view} onView={desk.setView}>
          {VIEW}
        </ViewTabs>
      </DeskContext>
      <KeysDialogs desk={untyped} />
    </main>
  );
}

/** The view of the chosen tab. */
function ViewOfDesk() {
  const desk = useContext(DeskContext);
  return desk ? <OpenView desk={desk} /> : null;
}

const VIEW = <ViewOfDesk />;

function OpenView({ desk }: { readonly desk: KeysDesk }) {
  const { store, view, setView, query, state, search, rows, openers } = desk;
  const columns = useOptionalColumns(desk.known.facts, desk.connection.user?.id ?? null);
  const untyped = useUntyped(desk, query);

  /** What the search leaves, in the order of the table. */
  const exportShown = (format: ExportFormat) => {
    const ids = query.trim() === '' ? null : rows.map(({ id }) => id);
    if (state.isWhole && ids?.length !== 0) desk.onExport({ ids, format });
  };

  /** A view without keys has no search: the keys take its place first. */
  const findByName = () => {
    if (!search.current) flushSync(() => setView('keys'));
    search.current?.focus();
    search.current?.select();
  };

  useCommands((command) => {
    if (command === 'create-key') openers.create();
    else if (command === 'refresh') store.refresh();
    else if (command === 'export') exportShown('csv');
    else if (command === 'export-json') exportShown('json');
    else if (command === 'search') findByName();
  });

  return (
    <>
      <KeysHead desk={desk} columns={columns} onExport={exportShown} />
      <OptionalColumnsContext value={columns}>
        <MarksContext value={desk.replacing.marks}>
          <KeysPanel desk={desk} />
        </MarksContext>
      </OptionalColumnsContext>
      <KeysFoot desk={untyped} />
      {view === 'keys' ? <SeveralOfDesk desk={untyped} /> : null}
    </>
  );
}

const SeveralOfDesk = memo(function SeveralOfDesk({ desk }: { readonly desk: KeysDesk }) {
  return (
    <Several
      several={desk.several}
      shown={desk.rows.length}
      deleteProblem={desk.problems.delete}
      canExport={desk.state.isWhole}
      onExport={(format, ids) => desk.onExport({ ids, format })}
      userId={desk.connection.user?.id ?? null}
      now={desk.now}
    />
  );
});

/** What the list is: fresh, loading, a copy; and the clipboard, while a copied key lies there. */
const KeysFoot = memo(function KeysFoot({ desk }: { readonly desk: KeysDesk }) {
  const bridge = useBridge();
  const clipboard = useClipboard();
  const { connection, state, now, store, table, problems, pending } = desk;
  // The button that was pressed goes away: the focus goes on to the rows.
  const clearClipboard = () => {
    table.current?.focusFirst();
    quietly(bridge.clearClipboard());
  };
  return (
    <StatusBar
      load={state.load}
      loadedAt={state.loadedAt}
      now={now}
      onCancel={store.cancel}
      note={connection.refused.create ? problems.create : null}
    >
      {/* While the new key is shown, its dialog tells of the clipboard. */}
      {pending ? null : (
        <ClipboardNotice state={clipboard} copied="some" place="bar" onClear={clearClipboard} />
      )}
    </StatusBar>
  );
});
