import type { ProjectNews, ProjectReading } from '../../shared/all-projects.ts';
import type { LocalFacts } from '../../shared/local-facts.ts';
import type { KeyList } from '../keys/key-list.ts';
import { type ConnectionRecord, recordFingerprint } from '../session/connection-records.ts';
import type { Connections } from '../session/connections.ts';
import { inLanes, lanesBy } from './lanes.ts';
import { type ReadProject, type ReadProjectParts, readProject } from './read-project.ts';
import { sendRows } from './send-rows.ts';

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

/** The lists of all connections: at once as they are kept, then fresh, a few servers at a time. */
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
    const show = (connectionId: string, list: Parameters<typeof sendRows>[0]) =>
      sendRows(list, signal, (part) => onNews({ loadId, connectionId, ...part }));

    async function showKept(record: ConnectionRecord): Promise<void> {
      const { id } = record;
      const facts = await factsOf(recordFingerprint(record));
      const copy = await lists.recall(id);
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
      for (const record of records) if (!signal.aborted) await showKept(record);
      const isReady = ({ id }: ConnectionRecord) =>
        known.some((one) => one.id === id && one.standing === 'ready');
      await inLanes(lanesBy(records.filter(isReady), serverOf), SERVERS_AT_ONCE, refresh);
    },

    cancel: (): void => running.abort(),
  };
}
