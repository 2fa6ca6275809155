import { IconKey, IconReplace } from '@tabler/icons-react';
import { useContext } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import { MarksContext } from './marks-context.ts';
import styles from './replace-key.module.css';

const OWN_KEY = t('replace.ownKey');

/** After the name of a key: that it takes part in a rotation, that the connection may sign in with it. */
export function RowMarkChips({ row }: { readonly row: KeyRow }) {
  const { byKey, ownLastFour } = useContext(MarksContext);
  const mark = row.id === null ? undefined : byKey.get(row.id);
  return (
    <>
      {ownLastFour !== null && row.lastFour === ownLastFour ? (
        <span className={styles.chip} title={OWN_KEY}>
          <IconKey size={12} aria-hidden="true" />
          <span className={styles.chipText}>{OWN_KEY}</span>
        </span>
      ) : null}
      {mark ? (
        <span className={styles.chip} title={mark.title}>
          <IconReplace size={12} aria-hidden="true" />
          <span className={styles.chipText}>{mark.label}</span>
        </span>
      ) : null}
    </>
  );
}
