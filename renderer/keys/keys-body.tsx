import type { ReactNode } from 'react';
import { EmptyProject } from './empty-project.tsx';
import styles from './keys-view.module.css';
import { ListBanner, ListError } from './list-banner.tsx';
import { NothingMatches } from './nothing-matches.tsx';
import type { KeysDesk } from './use-keys-desk.ts';

type KeysBodyProps = {
  readonly desk: KeysDesk;
  /** The table, or another view of the same keys. */
  readonly children: ReactNode;
};

/** The middle of a view of keys: the view, or what stands in its place. */
export function KeysBody({ desk, children }: KeysBodyProps) {
  const { connection, state, rows, query, now, onSignIn } = desk;
  const { load, list } = state;
  const onRetry = desk.store.refresh;
  if (desk.isBare) {
    return <EmptyProject onCreate={desk.openers.create} createProblem={desk.problems.create} />;
  }
  if (load.kind === 'failed' && list.rows.length === 0) {
    return (
      <div className={styles.failed}>
        <ListError error={load.error} onRetry={onRetry} onSignIn={onSignIn} />
      </div>
    );
  }
  const clearSearch = () => {
    desk.setQuery('');
    desk.search.current?.focus();
  };
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
        tokenRefused={connection.standing === 'token-refused'}
      />
      {nothing ? <NothingMatches query={query} onClear={clearSearch} /> : children}
    </>
  );
}
