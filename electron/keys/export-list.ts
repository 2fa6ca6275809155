import { type KeyRow, rowId } from '../../shared/api-key.ts';
import { fail, ok, type Result } from '../../shared/app-error.ts';
import { type ExportFormat, FORMAT_LABELS, type KeyExport } from '../../shared/key-export.ts';
import { t } from '../../shared/language/words.ts';
import type { Connections } from '../session/connections.ts';
import type { Session } from '../session/session.ts';
import type { FileToSave } from '../shell/save-file.ts';
import type { KeyList } from './key-list.ts';

export type ExportListParts = {
  readonly session: Pick<Session, 'connection'>;
  readonly connections: Pick<Connections, 'list'>;
  readonly list: Pick<KeyList, 'current'>;
  readonly saveFile: (file: FileToSave) => Promise<boolean>;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
};

/** A name that every file system takes. */
function fileName(project: string, day: string, format: ExportFormat): string {
  const plain = project
    .replace(/[^\p{L}\p{N} _-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60);
  return `${plain === '' ? 'Project' : plain} API keys ${day}.${format}`;
}

/** The rows of these ids, in their order; what is not in the list any more is left out. */
function rowsIn(rows: readonly KeyRow[], ids: readonly string[]): readonly KeyRow[] {
  const known = new Map(rows.map((row) => [rowId(row), row]));
  return [...new Set(ids)].flatMap((id) => known.get(id) ?? []);
}

/** What is exported; `projectOf`: what the project of a key is called, where they are of several. */
type Exported = {
  readonly rows: readonly KeyRow[];
  readonly projectOf: ((row: KeyRow) => string) | null;
};

/** Loaded only when something is exported. */
async function written({ rows, projectOf }: Exported, format: ExportFormat): Promise<string> {
  switch (format) {
    case 'csv':
      return (await import('./csv.ts')).toCsv(rows, projectOf);
    case 'json':
      return (await import('./json.ts')).toJson(rows, projectOf);
  }
}

/** Saves the last whole list, or some of its keys, as a file where the person says; or those of several projects. */
export function createExportList(parts: ExportListParts) {
  const { session, connections, list, saveFile, clock = Date.now } = parts;
  /** The rows of the connection that is signed in now: nobody may have signed out while the place was chosen. */
  const rowsOf = (connectionId: string) =>
    session.connection()?.id === connectionId ? (list.current(connectionId)?.rows ?? null) : null;

  function ofOne(connectionId: string, ids: KeyExport['ids']): Exported | null {
    const rows = rowsOf(connectionId);
    return rows && { rows: ids ? rowsIn(rows, ids) : rows, projectOf: null };
  }

  /** Project by project. Of one that was signed out meanwhile there is nothing any more. */
  function ofSeveral(projects: NonNullable<KeyExport['projects']>): Exported {
    const names = new Map<KeyRow, string>();
    for (const { connectionId, ids } of projects) {
      const known = connections.list().find(({ id }) => id === connectionId);
      const rows = known ? (list.current(connectionId)?.rows ?? []) : [];
      for (const row of ids ? rowsIn(rows, ids) : rows) names.set(row, known?.name ?? '');
    }
    return { rows: [...names.keys()], projectOf: (row) => names.get(row) ?? '' };
  }

  async function save(name: string, format: ExportFormat, exported: () => Exported | null) {
    const day = new Date(clock()).toISOString().slice(0, 10);
    try {
      const saved = await saveFile({
        name: fileName(name, day, format),
        type: { name: FORMAT_LABELS[format], ending: format },
        content: async () => {
          const what = exported();
          return what && written(what, format);
        },
      });
      return ok({ saved });
    } catch {
      return fail<{ readonly saved: boolean }>({ kind: 'not-saved' });
    }
  }

  return async ({ ids, format, projects }: KeyExport): Promise<Result<{ readonly saved: boolean }>> => {
    if (projects) return save(t('projects.title'), format, () => ofSeveral(projects));
    const connection = session.connection();
    if (!connection || !rowsOf(connection.id)) return fail({ kind: 'no-session' });
    return save(connection.name, format, () => ofOne(connection.id, ids));
  };
}
