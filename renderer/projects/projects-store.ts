import { createStore, type StoreApi } from 'zustand/vanilla';
import { isBeingRead, type ProjectNews, type ProjectReading } from '../../shared/all-projects.ts';
import type { KnownConnection } from '../../shared/connections.ts';
import type { Bridge } from '../../shared/contract.ts';
import { type LocalFacts, NO_FACTS } from '../../shared/local-facts.ts';
import { rowsOfText } from '../../shared/rows-text.ts';
import type { ViewId } from '../../shared/views.ts';
import type { ListedRow } from '../keys/listed-row.ts';
import { createSorter, type RowList, type Sort, type Sorter, USUAL_SORT } from '../keys/visible-rows.ts';
import type { Later } from '../later.ts';
import { quietly } from '../settled.ts';
import { createRowsTaker } from './project-rows.ts';

/** What is known of one project. */
export type ProjectState = {
  readonly reading: ProjectReading;
  /** When the list that is shown was loaded; null where none is shown. */
  readonly savedAt: number | null;
  readonly rows: readonly ListedRow[];
  /** The how-manieth of the projects whose rows have come. */
  readonly place: number;
  readonly userId: string | null;
  readonly facts: LocalFacts;
};

export type ProjectsState = {
  readonly list: RowList;
  /** By the id of the connection. */
  readonly projects: ReadonlyMap<string, ProjectState>;
  /** Where one is in them: it is there again when one comes back. */
  readonly query: string;
  readonly sort: Sort;
  readonly view: ViewId;
};

/** Before anything is read. */
export const NOTHING_READ: ProjectsState = {
  list: { generation: 0, rows: [] },
  projects: new Map(),
  query: '',
  sort: USUAL_SORT,
  view: 'keys',
};

export type ProjectsStore = {
  readonly state: StoreApi<ProjectsState>;
  /** The order of the list is found once: who comes back waits for nothing. */
  readonly sorter: Sorter;
  /** Reads all projects, as long as somebody looks; answers the function that says that one does not any more. */
  readonly enter: () => () => void;
  readonly refresh: () => void;
  readonly cancel: () => void;
  /** What is known of the keys of a project has changed. */
  readonly takeFacts: (connectionId: string, facts: LocalFacts) => void;
};

type ProjectsStoreParts = { readonly bridge: Bridge; readonly later: Later };

const UNREAD: ProjectState = {
  reading: { kind: 'waiting' },
  savedAt: null,
  rows: [],
  place: Number.POSITIVE_INFINITY,
  userId: null,
  facts: NO_FACTS,
};

/** News are shown in batches: seldom enough that typing stays immediate, less often as the list grows. */
const batchPause = (shown: number) => Math.max(150, shown / 125);
/** More rows than this are not sorted in at once: the page would stand still. The others follow soon. */
const ROWS_A_BATCH = 5_000;
const NEXT_BATCH = 20;

/** The order in which their rows first came: with each project the list only grows at its end. */
function inOrder(projects: ReadonlyMap<string, ProjectState>): readonly ListedRow[] {
  const all = [...projects.values()].sort((a, b) => a.place - b.place);
  return all.flatMap(({ rows }) => rows);
}

/** The list that `rows` are shown as after this one. Where it has only grown, it is not sorted anew. */
function nextList({ generation, rows: before }: RowList, rows: readonly ListedRow[]): RowList {
  const hasGrown = rows.length >= before.length && before.every((item, index) => item === rows[index]);
  return hasGrown
    ? { generation, rows: rows.slice(0, before.length + ROWS_A_BATCH) }
    : { generation: generation + 1, rows };
}

/** The lists of all projects as main tells of them. It is shared: one reading serves all who look. */
export function createProjectsStore({ bridge, later }: ProjectsStoreParts): ProjectsStore {
  const state = createStore<ProjectsState>(() => NOTHING_READ);
  let loadId = 0;
  let lookers = 0;
  let arrived = 0;
  let next: ReadonlyMap<string, ProjectState> | null = null;
  let stopTimer: (() => void) | null = null;
  let stopListening: readonly (() => void)[] = [];
  /** Lists that have not come whole. */
  const coming = new Map<string, ReturnType<typeof createRowsTaker>>();

  function show(): void {
    stopTimer?.();
    stopTimer = null;
    const { list: before, projects: shown } = state.getState();
    const projects = next ?? shown;
    next = null;
    const rows = inOrder(projects);
    const isSame =
      rows.length === before.rows.length && rows.every((item, index) => item === before.rows[index]);
    const list = isSame ? before : nextList(before, rows);
    state.setState({ projects, list });
    if (list.rows.length < rows.length) stopTimer = later(show, NEXT_BATCH);
  }

  function change(connectionId: string, changed: Partial<ProjectState>): void {
    const before = next ?? state.getState().projects;
    next = new Map(before).set(connectionId, { ...(before.get(connectionId) ?? UNREAD), ...changed });
    stopTimer ??= later(show, batchPause(state.getState().list.rows.length));
  }

  function takeRows(news: Extract<ProjectNews, { kind: 'rows' }>): void {
    const { connectionId, isLast, savedAt, userId } = news;
    const before = (next ?? state.getState().projects).get(connectionId) ?? UNREAD;
    const taker = coming.get(connectionId) ?? createRowsTaker(connectionId, before.rows);
    coming.set(connectionId, taker);
    taker.take(rowsOfText(news.rows));
    if (!isLast) return;
    coming.delete(connectionId);
    const isFirst = before.place === UNREAD.place;
    if (isFirst) arrived += 1;
    change(connectionId, { rows: taker.whole(), place: isFirst ? arrived : before.place, savedAt, userId });
    // Whoever looks at nothing waits for nothing else.
    if (state.getState().list.rows.length === 0) show();
  }

  function take(news: ProjectNews): void {
    switch (news.kind) {
      case 'reading':
        change(news.connectionId, { reading: news.reading });
        break;
      case 'facts':
        change(news.connectionId, { facts: news.facts });
        break;
      case 'rows':
        takeRows(news);
        break;
      case 'same':
        change(news.connectionId, { savedAt: news.savedAt, userId: news.userId });
        break;
    }
  }

  /** What is signed out or gone shows no keys. */
  function keepOnly(connections: readonly KnownConnection[]): void {
    const isKept = (id: string) => connections.some((one) => one.id === id && one.standing !== 'signed-out');
    const before = next ?? state.getState().projects;
    const kept = [...before].filter(([id]) => isKept(id));
    if (kept.length === before.size) return;
    next = new Map(kept);
    show();
  }

  function refresh(): void {
    loadId += 1;
    coming.clear();
    quietly(bridge.loadProjects({ loadId }));
  }

  function cancel(): void {
    quietly(bridge.cancel({ call: 'loadProjects' }));
    for (const [id, { reading }] of next ?? state.getState().projects)
      if (isBeingRead(reading)) change(id, { reading: { kind: 'failed', error: { kind: 'cancelled' } } });
  }

  function listen(): void {
    stopListening = [
      bridge.on('projectNews', (news) => {
        if (news.loadId === loadId) take(news);
      }),
      bridge.on('connectionsChanged', keepOnly),
    ];
  }

  function leave(): void {
    lookers -= 1;
    if (lookers > 0) return;
    for (const stop of stopListening) stop();
    cancel();
    show();
  }

  return {
    state,
    sorter: createSorter(),
    enter() {
      lookers += 1;
      if (lookers === 1) {
        listen();
        quietly(bridge.getConnections().then(keepOnly));
        refresh();
      }
      return leave;
    },
    refresh,
    cancel,
    takeFacts(connectionId, facts) {
      change(connectionId, { facts });
      show();
    },
  };
}
