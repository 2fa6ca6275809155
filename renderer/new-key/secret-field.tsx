import { useEffect, useEffectEvent } from 'react';
import { t } from '../../shared/language/words.ts';
import { oneLine } from '../format.ts';
import styles from './new-key.module.css';

type SecretFieldProps = {
  /** The whole key while it is shown; else null. */
  readonly secret: string | null;
  readonly lastFour: string;
  /** The whole key is to be copied by the system's own means: a key press, the menu of a text. */
  readonly onCopy: () => void;
};

/** The key: masked but for its last four, or whole and easy to select. Its height is the same in both. */
export function SecretField({ secret, lastFour, onCopy }: SecretFieldProps) {
  const takeCopy = useEffectEvent((event: ClipboardEvent) => {
    if (secret === null || !getSelection()?.toString().includes(secret)) return;
    event.preventDefault();
    onCopy();
  });
  // Of the whole window: what "select all" has selected begins elsewhere.
  useEffect(() => {
    document.addEventListener('copy', takeCopy);
    return () => document.removeEventListener('copy', takeCopy);
  }, []);
  return (
    <fieldset className={styles.secret} aria-label={t('common.apiKey')}>
      <div className={styles.secretInner}>
        {secret === null ? (
          <code className={styles.masked}>
            <span aria-hidden="true">{'•'.repeat(28)}</span>
            <span className={styles.spoken}>{t('reveal.hiddenKey', { lastFour: oneLine(lastFour, 8) })}</span>
            <span aria-hidden="true">{oneLine(lastFour, 8)}</span>
          </code>
        ) : (
          <code data-selectable className={styles.whole}>
            {secret}
          </code>
        )}
      </div>
    </fieldset>
  );
}
