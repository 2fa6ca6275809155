import { Button } from '@mantine/core';
import { oneLine } from '../format.ts';
import styles from './empty.module.css';

type NothingMatchesProps = {
  readonly query: string;
  readonly onClear: () => void;
};

/** No key's name contains what was looked for. */
export function NothingMatches({ query, onClear }: NothingMatchesProps) {
  return (
    <section className={styles.empty}>
      <p className={styles.words}>
        No key's name contains “<bdi>{oneLine(query, 60)}</bdi>”
      </p>
      <Button variant="default" onClick={onClear}>
        Clear search
      </Button>
    </section>
  );
}
