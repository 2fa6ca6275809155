import { Button } from '@mantine/core';
import styles from './security.module.css';

type PassPhraseOfferProps = {
  readonly onSet: () => void;
  readonly onDismiss: () => void;
};

/** A quiet line for whoever is signed in to a project that nothing locks. */
export function PassPhraseOffer({ onSet, onDismiss }: PassPhraseOfferProps) {
  return (
    <aside className={styles.offer} aria-label="Pass phrase">
      <span>Set a pass phrase to lock Keydesk when you are away</span>
      <Button size="xs" variant="default" onClick={onSet}>
        Set a pass phrase
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={onDismiss}>
        Not now
      </Button>
    </aside>
  );
}
