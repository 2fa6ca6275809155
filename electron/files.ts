import { createExportActivity } from './activity/export-activity.ts';
import { createFactsExchange } from './facts/facts-exchange.ts';
import type { createKept } from './kept.ts';
import { createExportList } from './keys/export-list.ts';
import type { ProgramParts } from './program-parts.ts';
import { recordFingerprint, recordProject } from './session/connection-records.ts';
import type { Session } from './session/session.ts';

type FilesParts = Pick<ProgramParts, 'saveFile' | 'openFile'> & {
  readonly session: Session;
  readonly kept: ReturnType<typeof createKept>;
};

/** What a person saves as a file of their own, or opens from one. */
export function createFiles({ session, kept, saveFile, openFile }: FilesParts) {
  const { connections, list, facts, activity } = kept;
  return {
    exportList: createExportList({ session, connections, list, saveFile }),
    exportActivity: createExportActivity({ session, activity, saveFile }),
    factsExchange: createFactsExchange({
      facts,
      connection: session.connection,
      inList(connectionId) {
        const record = connections.find(connectionId);
        return record && { project: recordProject(record), fingerprint: recordFingerprint(record) };
      },
      saveFile,
      openFile,
    }),
  };
}
