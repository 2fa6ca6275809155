import { Button } from '@mantine/core';
import { parseFilter } from '../../shared/key-filter.ts';
import { oneLine } from '../format.ts';
import styles from './empty.module.css';

type NothingMatchesProps = {
  readonly query: string;
  readonly onClear: () => void;
};

/** No key is what was looked for. */
export function NothingMatches({ query, onClear }: NothingMatchesProps) {
  const { terms } = parseFilter(query);
  return (
    <section className={styles.empty}>
      <p className={styles.words}>
        {terms.length === 0 ? "No key's name contains" : 'No key matches'} “<bdi>{oneLine(query, 60)}</bdi>”
      </p>
      <Button variant="default" onClick={onClear}>
        Clear search
      </Button>
    </section>
  );
}
