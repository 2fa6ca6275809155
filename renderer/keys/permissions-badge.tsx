import { IconLock, IconLockOpen } from '@tabler/icons-react';
import styles from './permissions-badge.module.css';

/** "Restricted" or "Unrestricted", told by icon, word and only then by colour. */
export function PermissionsBadge({ restricted }: { readonly restricted: boolean }) {
  const Icon = restricted ? IconLock : IconLockOpen;
  return (
    <span className={styles.badge} data-unrestricted={restricted ? undefined : true}>
      <Icon size={12} stroke={2} aria-hidden="true" />
      {restricted ? 'Restricted' : 'Unrestricted'}
    </span>
  );
}
