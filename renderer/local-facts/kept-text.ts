import { t } from '../../shared/language/words.ts';
import type { FactsKept } from '../../shared/local-facts.ts';

/** How long what is known lasts, and why not longer. */
export function keptText(kept: FactsKept): string {
  if (kept.kind === 'unknown') return t('facts.neverSent');
  if (kept.kind === 'kept') return t('facts.keptEncrypted');
  switch (kept.reason) {
    case 'demo':
      return t('facts.keptDemo');
    case 'no-keyring':
      return t('facts.keptNoKeyring');
    case 'not-opened':
      return t('facts.keptNotOpened');
    case 'newer':
      return t('facts.keptNewer');
    case 'not-saved':
      return t('facts.keptNotSaved');
  }
}
