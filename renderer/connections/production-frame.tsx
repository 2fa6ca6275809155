import type { ConnectionLook } from '../../shared/connections.ts';
import styles from './connections.module.css';

/** Production wears its colour around the whole window, dialogs included; the bar says it in a word. */
export function ProductionFrame({ look }: { readonly look: ConnectionLook }) {
  if (look.environment !== 'production') return null;
  return <div className={styles.frame} data-colour={look.colour} data-production-frame aria-hidden="true" />;
}
