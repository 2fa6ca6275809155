import { type KnownConnection, NUMBERED } from '../../shared/connections.ts';
import { t } from '../../shared/language/words.ts';
import { EnvironmentBadge } from '../connections/environment-badge.tsx';
import { standingText } from '../connections/standing-text.ts';
import { commandKey } from '../shortcuts.ts';
import styles from './palette.module.css';

type ConnectionMarksProps = {
  readonly connection: KnownConnection;
  /** Its place in the list, from 1 on. */
  readonly number: number;
  readonly isOpen: boolean;
};

/** What tells a connection from the others in the palette: whether it is open, what it is for, its key. */
export function ConnectionMarks({ connection, number, isOpen }: ConnectionMarksProps) {
  const told = isOpen ? t('palette.isOpen') : standingText(connection.standing);
  return (
    <span className={styles.marks}>
      {told ? <span className={styles.told}>{told}</span> : null}
      <EnvironmentBadge look={connection.settings} />
      {number <= NUMBERED.length ? <kbd className={styles.key}>{commandKey(String(number))}</kbd> : null}
    </span>
  );
}
