import { Button } from '@mantine/core';
import { parseFilter } from '../../shared/key-filter.ts';
import { t } from '../../shared/language/words.ts';
import { oneLine } from '../format.ts';
import { words } from '../language/words.tsx';
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
        {words(terms.length === 0 ? 'keys.noName' : 'keys.noMatch', {
          query: <bdi>{oneLine(query, 60)}</bdi>,
        })}
      </p>
      <Button variant="default" onClick={onClear}>
        {t('keys.clearSearch')}
      </Button>
    </section>
  );
}
