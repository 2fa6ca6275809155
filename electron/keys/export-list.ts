import { fail, ok, type Result } from '../../shared/app-error.ts';
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
function fileName(project: string, day: string): string {
  const plain = project
    .replace(/[^\p{L}\p{N} _-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60);
  return `${plain === '' ? 'Project' : plain} API keys ${day}.csv`;
}

/** Saves the last whole list as a CSV file where the person says. */
export function createExportList({ session, list, saveFile, clock = Date.now }: ExportListParts) {
  /** The rows of the connection that is signed in now: nobody may have signed out while the place was chosen. */
  const rowsOf = (connectionId: string) =>
    session.connection()?.id === connectionId ? (list.current(connectionId)?.rows ?? null) : null;

  return async (): Promise<Result<{ readonly saved: boolean }>> => {
    const connection = session.connection();
    if (!connection || !rowsOf(connection.id)) return fail({ kind: 'no-session' });
    const day = new Date(clock()).toISOString().slice(0, 10);
    try {
      const saved = await saveFile({
        name: fileName(connection.name, day),
        type: { name: 'CSV', ending: 'csv' },
        content: async () => {
          const rows = rowsOf(connection.id);
          // Loaded only when a list is exported.
          return rows ? (await import('./csv.ts')).toCsv(rows) : null;
        },
      });
      return ok({ saved });
    } catch {
      return fail({ kind: 'not-saved' });
    }
  };
}
