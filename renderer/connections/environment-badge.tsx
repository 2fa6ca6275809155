import { type ConnectionLook, environmentWord } from '../../shared/connections.ts';
import { oneLine } from '../format.ts';
import styles from './connections.module.css';

/** The colour of a connection; never the only thing that tells it apart. */
export function ColourDot({ colour }: Pick<ConnectionLook, 'colour'>) {
  return <span className={styles.dot} data-colour={colour} aria-hidden="true" />;
}

/** What a project is for, in a word. */
export function EnvironmentBadge({ look }: { readonly look: ConnectionLook }) {
  const word = environmentWord(look);
  if (word === '') return null;
  return (
    <bdi className={styles.badge} data-colour={look.colour}>
      {oneLine(word, 40)}
    </bdi>
  );
}
