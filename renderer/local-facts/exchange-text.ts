import type { FactsImport, ImportRefusal } from '../../shared/facts-import.ts';
import { t } from '../../shared/language/words.ts';

const REFUSALS: Readonly<Record<ImportRefusal, string>> = {
  'not-read': t('facts.notRead'),
  'not-ours': t('facts.notOurs'),
  damaged: t('facts.damaged'),
  newer: t('facts.newer'),
  'other-project': t('facts.otherProject'),
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
      return t('facts.imported', { count: added + changed + unchanged, added, changed, unchanged });
    }
  }
}
