import type { ActivityEntry, ActivityResult } from '../../shared/activity.ts';
import { fail, ok, type Result } from '../../shared/app-error.ts';
import { type ExportFormat, FORMAT_LABELS } from '../../shared/key-export.ts';
import { isoDate } from '../records/iso-date.ts';
import type { Session } from '../session/session.ts';
import type { FileToSave } from '../shell/save-file.ts';
import type { ActivityLog } from './activity-log.ts';

export type ExportActivityParts = {
  readonly session: Pick<Session, 'connection'>;
  readonly activity: Pick<ActivityLog, 'activity'>;
  readonly saveFile: (file: FileToSave) => Promise<boolean>;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
};

export type ExportActivity = ReturnType<typeof createExportActivity>;

const COLUMNS = ['When', 'Action', 'Name', 'Key ID', 'Key', 'Project', 'Address', 'User', 'Result'] as const;

function resultText(result: ActivityResult): string {
  return result.kind === 'failed' ? `failed: ${result.error}` : result.kind;
}

function cellsOf({ at, action, key, connection, result }: ActivityEntry): readonly string[] {
  return [
    isoDate(at),
    action,
    key.name ?? '',
    key.id ?? '',
    key.lastFour === null ? '' : `••••${key.lastFour}`,
    connection.name,
    connection.address ?? '',
    connection.user ?? '',
    resultText(result),
  ];
}

/** Loaded only when something is exported. */
async function written(entries: readonly ActivityEntry[], format: ExportFormat): Promise<string> {
  switch (format) {
    case 'csv':
      return (await import('../records/export-table.ts')).tableToCsv(COLUMNS, entries.map(cellsOf));
    case 'json': {
      const dated = entries.map(({ at, ...entry }) => ({ at: isoDate(at), ...entry }));
      return `${JSON.stringify({ activity: dated }, null, 2)}\n`;
    }
  }
}

/** Saves what was done by the connection that is signed in, as a file where the person says. */
export function createExportActivity(parts: ExportActivityParts) {
  const { session, activity, saveFile, clock = Date.now } = parts;
  return async (format: ExportFormat): Promise<Result<{ readonly saved: boolean }>> => {
    const connection = session.connection();
    if (!connection) return fail({ kind: 'no-session' });
    const isStillOpen = () => session.connection()?.id === connection.id;
    try {
      const saved = await saveFile({
        name: `Keydesk activity ${new Date(clock()).toISOString().slice(0, 10)}.${format}`,
        type: { name: FORMAT_LABELS[format], ending: format },
        // Somebody may have signed out while the place was chosen.
        content: async () =>
          isStillOpen() ? written((await activity.activity(connection)).entries, format) : null,
      });
      return ok({ saved });
    } catch {
      return fail({ kind: 'not-saved' });
    }
  };
}
