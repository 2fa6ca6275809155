import type { ProjectNews, ProjectReading } from '../../shared/all-projects.ts';
import { isSameRow, type KeyRow } from '../../shared/api-key.ts';
import type { LocalFacts } from '../../shared/local-facts.ts';
import type { KeyList } from '../keys/key-list.ts';
import { type ConnectionRecord, recordFingerprint } from '../session/connection-records.ts';
import type { Connections } from '../session/connections.ts';
import { inLanes, lanesBy } from './lanes.ts';
import { type ReadProject, type ReadProjectParts, readProject } from './read-project.ts';
import { type ListToSend, sendRows } from './send-rows.ts';

export type AllProjectsParts = ReadProjectParts & {
  readonly connections: Pick<Connections, 'ready' | 'list' | 'find' | 'tokenOf'>;
  readonly lists: Pick<KeyList, 'recall' | 'replace'>;
  /** What this computer knows of the keys of a connection, by its fingerprint. */
  readonly factsOf: (fingerprint: string) => Promise<LocalFacts>;
  readonly onNews: (news: ProjectNews) => void;
  /** The server of a connection does not accept its token. */
  readonly onDeadToken: (connectionId: string) => void;
  /** The token of a connection may not see its keys: what is kept of them goes. */
  readonly onNotAllowed: (record: ConnectionRecord) => void;
  /** Keys of this connection are being changed: a list that was read meanwhile may be older than that. */
  readonly isChanging: (connectionId: string) => boolean;
  readonly clock?: () => number;
};

export type AllProjects = ReturnType<typeof createAllProjects>;

/** So many servers are asked at the same time; each of them for one project after another. */
const SERVERS_AT_ONCE = 4;
/** So many copies are opened at the same time: while one waits for the disk or the keyring, another is read. */
const COPIES_AT_ONCE = 4;

function serverOf({ address }: ConnectionRecord): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

function readingOf(read: ReadProject): ProjectReading {
  switch (read.kind) {
    case 'list':
      return { kind: read.isWhole ? 'fresh' : 'partial' };
    case 'no-token':
    case 'dead-token':
      return { kind: 'needs-token' };
    case 'not-allowed':
    case 'failed':
      return read;
  }
}

function isSameList(rows: readonly KeyRow[], before: readonly KeyRow[] | undefined): boolean {
  return (
    rows.length === before?.length &&
    rows.every((row, index) => {
      const old = before[index];
      return old !== undefined && isSameRow(row, old);
    })
  );
}

/**
 * The lists of all connections: at once as they are kept, then fresh, a few servers at a time. The demo is none of
 * them: it is nobody's project, and keys that do not exist would stand among those that open doors.
 */
export function createAllProjects(parts: AllProjectsParts) {
  const {
    connections,
    lists,
    factsOf,
    onNews,
    onDeadToken,
    onNotAllowed,
    isChanging,
    clock = Date.now,
  } = parts;
  let running = new AbortController();

  /** What belongs to one asking; of one that was ended nothing is told any more. */
  function asking(loadId: number, signal: AbortSignal) {
    const tell = (connectionId: string, reading: ProjectReading): void => {
      if (!signal.aborted) onNews({ loadId, connectionId, kind: 'reading', reading });
    };
    /** The rows that were told of each project last. */
    const shown = new Map<string, readonly KeyRow[]>();

    async function show(connectionId: string, { rows, ...about }: ListToSend): Promise<void> {
      const isSame = isSameList(rows, shown.get(connectionId));
      shown.set(connectionId, rows);
      if (!isSame)
        await sendRows({ rows, ...about }, signal, (part) => onNews({ loadId, connectionId, ...part }));
      else if (!signal.aborted) onNews({ loadId, connectionId, kind: 'same', ...about });
    }

    async function showKept(record: ConnectionRecord): Promise<void> {
      if (signal.aborted) return;
      const { id } = record;
      const [facts, copy] = await Promise.all([factsOf(recordFingerprint(record)), lists.recall(id)]);
      if (signal.aborted) return;
      onNews({ loadId, connectionId: id, kind: 'facts', facts });
      if (copy) await show(id, { rows: copy.rows, savedAt: copy.savedAt, userId: copy.user?.id ?? null });
    }

    /** Takes what was read for the last list of its connection, where nothing of it was changed meanwhile. */
    async function take(record: ConnectionRecord, read: ReadProject, wasChanging: boolean): Promise<void> {
      const { id } = record;
      if (read.kind === 'dead-token') onDeadToken(id);
      if (read.kind === 'not-allowed') {
        onNotAllowed(record);
        await show(id, { rows: [], savedAt: clock(), userId: null });
      }
      if (read.kind !== 'list') return;
      const { connection, rows } = read;
      if (read.isWhole && !wasChanging && !isChanging(id)) lists.replace(connection, rows);
      await show(id, { rows, savedAt: clock(), userId: connection.user?.id ?? null });
    }

    async function refresh(record: ConnectionRecord): Promise<void> {
      const { id } = record;
      if (signal.aborted) return;
      tell(id, { kind: 'reading' });
      const wasChanging = isChanging(id);
      const read = await readProject(parts, record, signal);
      // Signed out meanwhile, or of another token by now: that answer says nothing of it.
      if (signal.aborted || connections.find(id)?.token !== record.token) return;
      await take(record, read, wasChanging);
      tell(id, readingOf(read));
    }

    return { tell, showKept, refresh };
  }

  return {
    /** Tells the kept lists, then asks each server; a new asking ends the one before. */
    async load(loadId: number): Promise<void> {
      running.abort();
      running = new AbortController();
      const { signal } = running;
      const { tell, showKept, refresh } = asking(loadId, signal);
      await connections.ready();
      const known = connections.list();
      for (const { id, standing } of known)
        tell(id, { kind: standing === 'ready' ? 'waiting' : 'needs-token' });
      const records = known.flatMap(({ id }) => connections.find(id) ?? []);
      const each = records.map((record) => [record]);
      await inLanes(each, COPIES_AT_ONCE, showKept);
      const isReady = ({ id }: ConnectionRecord) =>
        known.some((one) => one.id === id && one.standing === 'ready');
      await inLanes(lanesBy(records.filter(isReady), serverOf), SERVERS_AT_ONCE, refresh);
    },

    cancel: (): void => running.abort(),
  };
}
