import { Button, Title } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { t } from '../../shared/language/words.ts';
import styles from './empty.module.css';

type EmptyProjectProps = {
  readonly onCreate: () => void;
  readonly createProblem: string | null;
};

const PRACTICES = [
  [t('keys.practiceRestrict'), t('keys.practiceRestrictWords')],
  [t('keys.practiceNames'), t('keys.practiceNamesWords')],
  [t('keys.practiceRotate'), t('keys.practiceRotateWords')],
  [t('keys.practiceShare'), t('keys.practiceShareWords')],
] as const;

/** A project without keys: what a key is, the one button, and how to keep keys well. */
export function EmptyProject({ onCreate, createProblem }: EmptyProjectProps) {
  return (
    <section className={styles.empty} aria-labelledby="empty-title">
      <span className={styles.icon}>
        <IconKey size={22} aria-hidden="true" />
      </span>
      <Title order={2} id="empty-title">
        {t('keys.none')}
      </Title>
      <p className={styles.words}>{t('keys.noneWords')}</p>
      <Button
        leftSection={<IconPlus size={15} aria-hidden="true" />}
        disabled={createProblem !== null}
        onClick={onCreate}
      >
        {t('common.createApiKey')}
      </Button>
      {createProblem ? <p className={styles.words}>{createProblem}</p> : null}
      <dl className={styles.practices}>
        {PRACTICES.map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
