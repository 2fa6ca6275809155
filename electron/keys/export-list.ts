import { type KeyRow, rowId } from '../../shared/api-key.ts';
import { fail, ok, type Result } from '../../shared/app-error.ts';
import { type ExportFormat, FORMAT_LABELS, type KeyExport } from '../../shared/key-export.ts';
import type { Session } from '../session/session.ts';
import type { FileToSave } from '../shell/save-file.ts';
import type { KeyList } from './key-list.ts';

export type ExportListParts = {
  readonly session: Pick<Session, 'connection'>;
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

/** Loaded only when something is exported. */
async function written(rows: readonly KeyRow[], format: ExportFormat): Promise<string> {
  switch (format) {
    case 'csv':
      return (await import('./csv.ts')).toCsv(rows);
    case 'json':
      return (await import('./json.ts')).toJson(rows);
  }
}

/** Saves the last whole list, or some of its keys, as a file where the person says. */
export function createExportList({ session, list, saveFile, clock = Date.now }: ExportListParts) {
  /** The rows of the connection that is signed in now: nobody may have signed out while the place was chosen. */
  const rowsOf = (connectionId: string) =>
    session.connection()?.id === connectionId ? (list.current(connectionId)?.rows ?? null) : null;

  return async ({ ids, format }: KeyExport): Promise<Result<{ readonly saved: boolean }>> => {
    const connection = session.connection();
    if (!connection || !rowsOf(connection.id)) return fail({ kind: 'no-session' });
    const day = new Date(clock()).toISOString().slice(0, 10);
    try {
      const saved = await saveFile({
        name: fileName(connection.name, day, format),
        type: { name: FORMAT_LABELS[format], ending: format },
        content: async () => {
          const rows = rowsOf(connection.id);
          return rows ? written(ids ? rowsIn(rows, ids) : rows, format) : null;
        },
      });
      return ok({ saved });
    } catch {
      return fail({ kind: 'not-saved' });
    }
  };
}
