import type { FactsImport, ImportRefusal } from '../../shared/facts-import.ts';
import { keyCount } from '../format.ts';

const REFUSALS: Readonly<Record<ImportRefusal, string>> = {
  'not-read': 'The file could not be read. Nothing was changed.',
  'not-ours': 'This is no file of notes that Keydesk has exported. Nothing was changed.',
  damaged: 'Something in this file is not as Keydesk exports it. Nothing was changed.',
  newer: 'This file was exported by a newer version of Keydesk. Nothing was changed.',
  'other-project': 'This file is about the keys of another project. Nothing was changed.',
};

/** What an import has done; null where the person has cancelled it. */
export function importText(done: FactsImport): string | null {
  switch (done.kind) {
    case 'cancelled':
      return null;
    case 'refused':
      return REFUSALS[done.reason];
    case 'imported': {
      const { added, changed, unchanged } = done;
      return `Imported notes on ${keyCount(added + changed + unchanged)}: ${added} added, ${changed} changed, ${unchanged} the same as before.`;
    }
  }
}
