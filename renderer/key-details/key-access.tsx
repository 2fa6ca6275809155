import { IconLock, IconLockOpen } from '@tabler/icons-react';
import type { ApiKey } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import { readPermissions } from '../../shared/permissions.ts';
import { oneLine } from '../format.ts';
import { words } from '../language/words.tsx';
import { PermissionSummary } from '../permissions/permission-summary.tsx';
import styles from './key-details.module.css';

/** A server may send any number of permissions; that many are listed. */
const MOST_SHOWN = 200;

function ExactPermissions({ permissions }: { readonly permissions: readonly string[] }) {
  const more = permissions.length - MOST_SHOWN;
  return (
    <details className={styles.exact}>
      <summary>{t('details.exact')}</summary>
      <ul>
        {[...new Set(permissions)].slice(0, MOST_SHOWN).map((permission) => (
          <li key={permission}>
            <code data-selectable>{oneLine(permission, 200)}</code>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className={styles.quiet}>{t('common.andMore', { count: more })}</p> : null}
    </details>
  );
}

function Unrestricted() {
  return (
    <>
      <p className={styles.unrestricted}>
        <IconLockOpen size={16} aria-hidden="true" /> {t('common.unrestricted')}
      </p>
      <p className={styles.sentence}>{t('details.fullAccess')}</p>
      <p className={styles.advice}>
        {words('details.restrictAdvice', { advice: <strong>{t('details.alwaysRestrict')}</strong> })}
      </p>
    </>
  );
}

/** What the key may do, and how exactly. */
export function KeyAccess({ row }: { readonly row: ApiKey }) {
  const { restricted, permissions } = row;
  return (
    <section className={styles.section} aria-label={t('common.keyPermissions')}>
      <h2 className={styles.heading}>{t('common.keyPermissions')}</h2>
      {restricted ? (
        <>
          <p className={styles.restricted}>
            <IconLock size={16} aria-hidden="true" />
            {permissions.length === 0 ? t('details.restrictedNoAccess') : t('common.restricted')}
          </p>
          <p className={styles.sentence}>
            {permissions.length === 0 ? t('details.noResource') : t('details.onlyListed')}
          </p>
          {permissions.length > 0 ? <PermissionSummary access={readPermissions(permissions)} /> : null}
        </>
      ) : (
        <Unrestricted />
      )}
      {permissions.length > 0 ? <ExactPermissions permissions={permissions} /> : null}
      <p className={styles.standing}>{t('details.standing')}</p>
    </section>
  );
}
