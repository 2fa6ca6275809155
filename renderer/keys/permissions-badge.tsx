import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { t } from '../../shared/language/words.ts';
import styles from './permissions-badge.module.css';

/** t('common.restricted') or t('common.unrestricted'), told by icon, word and only then by colour. */
export function PermissionsBadge({ restricted }: { readonly restricted: boolean }) {
  const Icon = restricted ? IconLock : IconLockOpen;
  return (
    <span className={styles.badge} data-unrestricted={restricted ? undefined : true}>
      <Icon size={12} stroke={2} aria-hidden="true" />
      {restricted ? t('common.restricted') : t('common.unrestricted')}
    </span>
  );
}
