import { useState } from 'react';
import { type KeyRow, rowId } from '../../shared/api-key.ts';
import type { AppError } from '../../shared/app-error.ts';
import type { ExportFormat, KeyExport } from '../../shared/key-export.ts';
import { useBridge } from '../bridge.ts';
import type { ListedRow } from '../keys/listed-row.ts';
import { settled } from '../settled.ts';
import { ownerOf } from './project-rows.ts';

type Projects = NonNullable<KeyExport['projects']>;

/** The rows by their projects, each with its ids in their order. */
function byProject(rows: readonly { readonly row: KeyRow }[]): Projects {
  const ids = new Map<string, string[]>();
  for (const { row } of rows) {
    const owner = ownerOf(row);
    if (!owner) continue;
    const those = ids.get(owner.connectionId) ?? [];
    those.push(rowId(owner.row));
    ids.set(owner.connectionId, those);
  }
  return [...ids].map(([connectionId, those]) => ({ connectionId, ids: those }));
}

/** Saves the keys that are shown as one file, which tells whose each is. */
export function useProjectsExport(rows: readonly ListedRow[]) {
  const bridge = useBridge();
  const [error, setError] = useState<AppError | null>(null);
  return {
    exportError: error,
    forgetExportError: () => setError(null),
    exportAs: async (format: ExportFormat): Promise<void> => {
      if (rows.length === 0) return;
      const result = await settled(bridge.exportKeys({ ids: null, format, projects: byProject(rows) }));
      setError(result.ok ? null : result.error);
    },
  };
}
