import { Button } from '@mantine/core';
import type { Result } from '../../shared/app-error.ts';
import { t } from '../../shared/language/words.ts';
import type { SessionState, TokenStorage as Storage } from '../../shared/session-state.ts';
import { storageText } from '../shell/storage-text.ts';
import styles from './security.module.css';
import { useKeyringCheck } from './use-keyring-check.ts';

type TokenStorageProps = {
  readonly storage: Storage;
  readonly onResult: (result: Result<SessionState>) => unknown;
};

/** Where the token is kept; what is in memory only can be offered to the keyring again. */
export function TokenStorage({ storage, onResult }: TokenStorageProps) {
  const { busy, outcome, check } = useKeyringCheck(onResult);
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <h4 className={styles.label}>{t('security.adminToken')}</h4>
        <p className={styles.hint}>{storageText(storage)}</p>
        <p role="status" className={styles.hint}>
          {outcome}
        </p>
      </div>
      {storage.kind === 'memory' ? (
        <Button variant="default" loading={busy} onClick={check}>
          {t('common.checkAgain')}
        </Button>
      ) : null}
    </div>
  );
}
