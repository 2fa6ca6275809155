import { IconAlertTriangle } from '@tabler/icons-react';
import type { KeyRow } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import { KeyName } from '../key-name.tsx';
import styles from './keys-table.module.css';

/** The name; before it, where the row could not be read, that it could not. */
export function NameCell({ row }: { readonly row: KeyRow }) {
  if (row.kind === 'key') return <KeyName name={row.name} className={styles.name} />;
  return (
    <>
      <span className={styles.unreadable}>
        <IconAlertTriangle size={13} aria-hidden="true" />
        {t('keys.unreadableRow')}
      </span>
      {row.name === null ? null : <KeyName name={row.name} className={styles.name} />}
    </>
  );
}
