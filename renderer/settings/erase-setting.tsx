import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import { t } from '../../shared/language/words.ts';
import { useBridge } from '../bridge.ts';
import { AlertDialog } from '../dialogs/alert-dialog.tsx';
import { ErrorAlert } from '../error-alert.tsx';
import { settled } from '../settled.ts';
import styles from './settings.module.css';

/** "Erase all data on this computer": asks once. Where it succeeds, main loads the page anew, as at first. */
export function EraseSetting() {
  const bridge = useBridge();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  const erase = async () => {
    setAsking(false);
    setBusy(true);
    const result = await settled(bridge.eraseAll());
    setBusy(false);
    setError(result.ok ? null : result.error);
  };

  return (
    <div>
      <div className={styles.row}>
        <div className={styles.words}>
          <h4 className={styles.label}>{t('settings.erase')}</h4>
          <p className={styles.hint}>{t('settings.eraseHint')}</p>
        </div>
        <Button variant="default" loading={busy} onClick={() => setAsking(true)}>
          {t('settings.eraseMore')}
        </Button>
      </div>
      {error ? <ErrorAlert error={error} /> : null}
      <AlertDialog
        opened={asking}
        title={t('settings.eraseTitle')}
        stayLabel={t('common.cancel')}
        onStay={() => setAsking(false)}
        goLabel={t('settings.eraseAll')}
        onGo={() => void erase()}
      >
        <p>{t('settings.eraseWords')}</p>
        <p>{t('settings.eraseStays')}</p>
      </AlertDialog>
    </div>
  );
}
