import { locale, t } from '../../shared/language/words.ts';
import { fullDate, maskedKey } from '../format.ts';
import { KeyName } from '../key-name.tsx';
import styles from './records.module.css';

const short = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' });

/** A time to the minute: of a record one wants to know exactly when. */
export function TimeCell({ time, title }: { readonly time: number; readonly title?: string }) {
  return <span title={title ?? fullDate(time)}>{short.format(time)}</span>;
}

/** Which key it was about. */
export function KeyCell({ name, id }: { readonly name: string | null; readonly id: string | null }) {
  return (
    <>
      <KeyName name={name} className={styles.name} />
      {id === null ? null : (
        <code className={styles.mono} title={id}>
          {id.slice(0, 8)}
        </code>
      )}
    </>
  );
}

export function LastFourCell({ lastFour }: { readonly lastFour: string | null }) {
  return lastFour === null ? (
    <span className={styles.quiet}>{t('common.unknown')}</span>
  ) : (
    <code className={styles.mono}>{maskedKey(lastFour).slice(-8)}</code>
  );
}
