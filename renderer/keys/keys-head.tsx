import { memo } from 'react';
import type { ExportFormat } from '../../shared/key-export.ts';
import { t } from '../../shared/language/words.ts';
import { viewLabel } from '../../shared/views.ts';
import { AttemptBanners } from '../attempts/attempt-banners.tsx';
import { ColumnsMenu } from '../columns/columns-menu.tsx';
import type { useOptionalColumns } from '../columns/use-optional-columns.ts';
import { ErrandNotice } from '../connections/errand-notice.tsx';
import { FilterBar } from '../filter/filter-bar.tsx';
import { keyCount } from '../format.ts';
import { LinkNotice } from '../links/link-notice.tsx';
import { ExchangeOutcome } from '../local-facts/exchange-outcome.tsx';
import { useFactsExchange } from '../local-facts/use-facts-exchange.ts';
import { RotationBanners } from '../replace-key/rotation-banners.tsx';
import { useUntyped } from '../use-untyped.ts';
import { isOfKeys } from '../views/views.ts';
import type { KeysState } from './keys-state.ts';
import { KeysToolbar } from './keys-toolbar.tsx';
import type { KeysDesk } from './use-keys-desk.ts';

type KeysHeadProps = {
  readonly desk: KeysDesk;
  readonly columns: ReturnType<typeof useOptionalColumns>;
  readonly onExport: (format: ExportFormat) => void;
};

function countText({ load, list }: KeysState, shown: number, query: string): string {
  const all = list.rows.length;
  if (load.kind === 'loading' && !load.refreshing) return '';
  if (load.kind === 'failed' && all === 0) return '';
  return query.trim() === '' ? keyCount(all) : t('keys.shownOf', { shown, keys: keyCount(all) });
}

/** The toolbar above every view, and what there is to say above the keys. */
export function KeysHead({ desk, columns, onExport }: KeysHeadProps) {
  const { store, view, query, setQuery, state, search, table, rows, openers } = desk;
  const untyped = useUntyped(desk, query);
  const exchange = useFactsExchange();
  const ofKeys = isOfKeys(view);
  const focusRows = () => table.current?.focusFirst();
  return (
    <>
      <KeysToolbar
        title={viewLabel(view)}
        canSearch={ofKeys}
        count={ofKeys ? countText(state, rows.length, query) : ''}
        query={query}
        onQuery={setQuery}
        searchRef={search}
        onLeaveSearch={focusRows}
        environments={desk.filterFacts.environments}
        loading={state.load.kind === 'loading'}
        onRefresh={store.refresh}
        canExport={state.isWhole && rows.length > 0}
        exported={keyCount(rows.length)}
        onExport={onExport}
        onCreate={openers.create}
        createProblem={desk.problems.create}
        bare={desk.isBare}
      >
        <ColumnsMenu
          columns={columns.columns}
          onColumns={columns.choose}
          onExport={exchange.exportFacts}
          onImport={exchange.importFacts}
        />
      </KeysToolbar>
      <KeysNotices desk={untyped} />
      <ExchangeOutcome outcome={exchange.outcome} onDismiss={exchange.dismiss} />
      {ofKeys ? <FilterBar query={query} onQuery={setQuery} searchRef={search} /> : null}
      <KeysBanners desk={untyped} />
    </>
  );
}

/** What came of a link, or of an errand from another project. */
const KeysNotices = memo(function KeysNotices({ desk }: { readonly desk: KeysDesk }) {
  return (
    <>
      <LinkNotice words={desk.linkWords} />
      <ErrandNotice {...desk.errand} />
    </>
  );
});

/** What is still open: attempts without an answer, and rotations. */
const KeysBanners = memo(function KeysBanners({ desk }: { readonly desk: KeysDesk }) {
  const { state, now, table, replacing, openers } = desk;
  const focusRows = () => table.current?.focusFirst();
  return (
    <>
      <AttemptBanners
        attempts={desk.attempts}
        state={state}
        now={now}
        onLook={openers.lookFor}
        onDetails={openers.showDetails}
        onDelete={openers.askToDelete}
        onDismissed={focusRows}
      />
      <RotationBanners
        rotations={replacing.shown}
        facts={desk.known.facts}
        hiddenId={replacing.ofPending?.oldKey.id ?? null}
        listed={replacing.listed}
        now={now}
        onContinue={({ oldKey }) => openers.guide(oldKey.id)}
        onDone={focusRows}
      />
    </>
  );
});
