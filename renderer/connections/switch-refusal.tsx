import { useEffect } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import { t } from '../../shared/language/words.ts';
import { errorText } from '../error-text.ts';
import styles from './connections.module.css';

/** Long enough to be read twice. */
const SHOWN_FOR = 8000;

type SwitchRefusalProps = {
  readonly error: AppError | null;
  readonly onOver: () => void;
};

/** Why the window stays with this connection: over every dialog, and gone by itself. */
export function SwitchRefusal({ error, onOver }: SwitchRefusalProps) {
  useEffect(() => {
    if (!error) return;
    const timer = setTimeout(onOver, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [error, onOver]);

  if (!error) return null;
  const { sentence, remedy } = errorText(error);
  return (
    <div role="alert" className={styles.refusal}>
      <strong>{t('common.sentence', { text: sentence })}</strong> {remedy}
    </div>
  );
}
