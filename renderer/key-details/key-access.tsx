import { IconLock, IconLockOpen } from '@tabler/icons-react';
import type { ApiKey } from '../../shared/api-key.ts';
import { readPermissions } from '../../shared/permissions.ts';
import { oneLine } from '../format.ts';
import { PermissionSummary } from '../permissions/permission-summary.tsx';
import styles from './key-details.module.css';

/** A server may send any number of permissions; that many are listed. */
const MOST_SHOWN = 200;

function ExactPermissions({ permissions }: { readonly permissions: readonly string[] }) {
  const more = permissions.length - MOST_SHOWN;
  return (
    <details className={styles.exact}>
      <summary>Exact permissions</summary>
      <ul>
        {[...new Set(permissions)].slice(0, MOST_SHOWN).map((permission) => (
          <li key={permission}>
            <code data-selectable>{oneLine(permission, 200)}</code>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className={styles.quiet}>and {more} more</p> : null}
    </details>
  );
}

function Unrestricted() {
  return (
    <>
      <p className={styles.unrestricted}>
        <IconLockOpen size={16} aria-hidden="true" /> Unrestricted
      </p>
      <p className={styles.sentence}>The key has full access to all API resources.</p>
      <p className={styles.advice}>
        <strong>Always restrict your keys.</strong> Avoid using unrestricted keys. Assign each key only the
        permissions it needs to function. This limits the impact if a key is compromised.
      </p>
    </>
  );
}

/** What the key may do, and how exactly. */
export function KeyAccess({ row }: { readonly row: ApiKey }) {
  const { restricted, permissions } = row;
  return (
    <section className={styles.section} aria-label="Key permissions">
      <h2 className={styles.heading}>Key permissions</h2>
      {restricted ? (
        <>
          <p className={styles.restricted}>
            <IconLock size={16} aria-hidden="true" />
            {permissions.length === 0 ? 'Restricted, no access' : 'Restricted'}
          </p>
          <p className={styles.sentence}>
            {permissions.length === 0
              ? 'The key cannot access any resource.'
              : 'The key has only the permissions listed here.'}
          </p>
          {permissions.length > 0 ? <PermissionSummary access={readPermissions(permissions)} /> : null}
        </>
      ) : (
        <Unrestricted />
      )}
      {permissions.length > 0 ? <ExactPermissions permissions={permissions} /> : null}
      <p className={styles.standing}>
        If you need to change a key’s permissions, you must delete it and create a new one with the desired
        configuration.
      </p>
    </section>
  );
}
