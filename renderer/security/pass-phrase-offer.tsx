import { Button } from '@mantine/core';
import { t } from '../../shared/language/words.ts';
import styles from './security.module.css';

type PassPhraseOfferProps = {
  readonly onSet: () => void;
  readonly onDismiss: () => void;
};

/** A quiet line for whoever is signed in to a project that nothing locks. */
export function PassPhraseOffer({ onSet, onDismiss }: PassPhraseOfferProps) {
  return (
    <aside className={styles.offer} aria-label={t('common.passPhrase')}>
      <span>{t('security.offer')}</span>
      <Button size="xs" variant="default" onClick={onSet}>
        {t('security.setA')}
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={onDismiss}>
        {t('security.notNow')}
      </Button>
    </aside>
  );
}
