import { Button, Title } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import styles from './empty.module.css';

type EmptyProjectProps = {
  readonly onCreate: () => void;
  readonly createProblem: string | null;
};

const PRACTICES = [
  ['Always restrict your keys', 'Assign each key only the permissions it needs to function.'],
  ['Use descriptive names', 'Name keys according to their use, for example “CRM_Production”.'],
  ['Rotate keys periodically', 'Create new keys and delete old ones regularly.'],
  ["Don't share keys between environments", 'Give production, staging and tests keys of their own.'],
] as const;

/** A project without keys: what a key is, the one button, and how to keep keys well. */
export function EmptyProject({ onCreate, createProblem }: EmptyProjectProps) {
  return (
    <section className={styles.empty} aria-labelledby="empty-title">
      <span className={styles.icon}>
        <IconKey size={22} aria-hidden="true" />
      </span>
      <Title order={2} id="empty-title">
        No API keys yet
      </Title>
      <p className={styles.words}>
        An API key lets an application use this project without a person signing in. It is shown once, when it
        is created.
      </p>
      <Button
        leftSection={<IconPlus size={15} aria-hidden="true" />}
        disabled={createProblem !== null}
        onClick={onCreate}
      >
        Create API Key
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
