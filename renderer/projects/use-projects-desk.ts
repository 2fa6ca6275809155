import { useCallback, useMemo, useRef, useState } from 'react';
import { isBeingRead } from '../../shared/all-projects.ts';
import type { KeyRow } from '../../shared/api-key.ts';
import type { KnownConnection } from '../../shared/connections.ts';
import type { FilterFacts } from '../../shared/key-filter.ts';
import { locale, t } from '../../shared/language/words.ts';
import { keyFactsOf, NO_FACTS } from '../../shared/local-facts.ts';
import { useConnectionDesk } from '../connections/connection-desk.ts';
import type { Errand } from '../connections/errand.ts';
import { useFilterFacts } from '../filter/use-filter-facts.ts';
import type { ActionProblems } from '../keys/action-problems.ts';
import type { KeysState } from '../keys/keys-state.ts';
import type { OpenMenu } from '../keys/row-menu.tsx';
import type { RowsHandle } from '../keys/rows-handle.ts';
import { useVisibleRows } from '../keys/use-visible-rows.ts';
import type { ProjectRank } from '../keys/visible-rows.ts';
import { useNow } from '../use-now.ts';
import { ownerOf } from './project-rows.ts';
import { useProjects, useProjectsStore } from './projects-context.ts';
import type { ProjectsState } from './projects-store.ts';
import { toldOf } from './told.ts';
import { useProjectsExport } from './use-projects-export.ts';

const collator = new Intl.Collator(locale(), { numeric: true });

export type ProjectsDesk = ReturnType<typeof useProjectsDesk>;

/** The whole of it as the views of one list take it. */
function asKeysState({ list, projects }: ProjectsState): KeysState {
  const all = [...projects.values()];
  const loaded = list.rows.length;
  const isLoading = all.some(({ reading }) => isBeingRead(reading));
  const times = all.flatMap(({ reading, savedAt }) => (reading.kind === 'fresh' && savedAt ? [savedAt] : []));
  return {
    list,
    load: isLoading
      ? { kind: 'loading', loaded, estimatedTotal: null, refreshing: loaded > 0, after: null }
      : { kind: 'ready' },
    loadedAt: times.length > 0 ? Math.min(...times) : null,
    isWhole: false,
  };
}

/** The order of the projects by their names. */
function useProjectRank(connections: readonly KnownConnection[]): ProjectRank {
  const order = [...connections].sort((a, b) => collator.compare(a.name, b.name)).map(({ id }) => id);
  // As long as the order stays, so does the function: nothing is sorted anew.
  const ids = order.join();
  return useMemo(() => {
    const places = new Map(ids.split(',').map((id, place) => [id, place]));
    return (row) => places.get(ownerOf(row)?.connectionId ?? '') ?? places.size;
  }, [ids]);
}

/** What the views over all projects share. Whatever is done to a row is done in its own connection. */
export function useProjectsDesk() {
  const { connections, openIn } = useConnectionDesk();
  const store = useProjectsStore();
  const told = useProjects();
  const { projects, query, sort, view } = told;
  const now = useNow();
  const state = useMemo(() => asKeysState(told), [told]);
  const byId = useMemo(() => new Map(connections.map((one) => [one.id, one])), [connections]);
  const search = useRef<HTMLInputElement>(null);
  const table = useRef<RowsHandle>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);

  const connectionOf = useCallback(
    (row: KeyRow): KnownConnection | null => byId.get(ownerOf(row)?.connectionId ?? '') ?? null,
    [byId],
  );
  const filterFacts = useFilterFacts(NO_FACTS, null, now, '');
  const of = useMemo(
    () =>
      (row: KeyRow): Omit<FilterFacts, 'now'> => {
        const id = ownerOf(row)?.connectionId ?? '';
        const project = projects.get(id);
        return {
          project: byId.get(id)?.name ?? '',
          userId: project?.userId ?? null,
          environmentOf: (keyId) => keyFactsOf(project?.facts ?? NO_FACTS, keyId).environment,
        };
      },
    [projects, byId],
  );
  const rankOf = useProjectRank(connections);
  const rows = useVisibleRows(state.list, query, sort, { ...filterFacts, of, rankOf, sorter: store.sorter });

  const exporting = useProjectsExport(rows);

  /** Goes to the connection of the row, and does it there. */
  const doAt =
    (kind: Errand['kind']) =>
    (row: KeyRow): void => {
      const owner = ownerOf(row);
      if (owner?.row.id) openIn(owner.connectionId, { kind, keyId: owner.row.id });
    };

  /** What is known beforehand to be impossible there; the rest is told when one has come there. */
  const problemsOf = (row: KeyRow): ActionProblems => {
    const reading = projects.get(ownerOf(row)?.connectionId ?? '')?.reading.kind;
    const problem = reading === 'needs-token' ? t('keys.signInFirst') : null;
    return { create: problem, delete: problem };
  };

  return {
    store,
    state,
    projects,
    rows,
    query,
    sort,
    view,
    now,
    search,
    table,
    menu,
    setMenu,
    connectionOf,
    problemsOf,
    doAt,
    environments: filterFacts.environments,
    told: toldOf(connections, projects, now),
    ...exporting,
    isWaiting: state.load.kind === 'loading' && state.list.rows.length === 0,
    setQuery: (next: string) => store.state.setState({ query: next }),
    setSort: (next: ProjectsState['sort']) => store.state.setState({ sort: next }),
    setView: (next: ProjectsState['view']) => store.state.setState({ view: next }),
  };
}
