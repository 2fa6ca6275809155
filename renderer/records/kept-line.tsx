import type { Kept } from '../../shared/kept.ts';
import { t } from '../../shared/language/words.ts';
import styles from './records.module.css';

function keptText(kept: Kept): string {
  if (kept.kind === 'unknown') return '';
  if (kept.kind === 'kept') return kept.damaged ? t('activity.keptDamaged') : t('activity.keptUsual');
  switch (kept.reason) {
    case 'demo':
      return t('activity.keptDemo');
    case 'no-keyring':
      return t('activity.keptNoKeyring');
    case 'not-opened':
      return t('activity.keptNotOpened');
    case 'newer':
      return t('activity.keptNewer');
    case 'not-saved':
      return t('activity.keptNotSaved');
  }
}

/** Where the record of a view lies, and how much of it there is at most. */
export function KeptLine({ kept, rule }: { readonly kept: Kept; readonly rule: string }) {
  return (
    <p className={styles.kept}>
      {keptText(kept)} {rule}
    </p>
  );
}
