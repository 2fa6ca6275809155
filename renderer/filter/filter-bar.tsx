import { IconX } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { withoutWord } from '../../shared/filter-words.ts';
import { parseFilter } from '../../shared/key-filter.ts';
import { t } from '../../shared/language/words.ts';
import styles from './filter.module.css';
import { problemText, termText } from './term-text.ts';

/** More is a mistake, or a trick; the rest of it is in the box. */
const MOST_SHOWN = 12;

type FilterBarProps = {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** The focus goes there when the button that had it goes away. */
  readonly searchRef: RefObject<HTMLInputElement | null>;
};

/** How the filter was understood, and what of it was not. */
export function FilterBar({ query, onQuery, searchRef }: FilterBarProps) {
  const { terms, problems } = parseFilter(query);
  const shown = [...new Map(terms.map((term) => [term.word, term])).values()].slice(0, MOST_SHOWN);
  const remove = (word: string) => {
    searchRef.current?.focus();
    onQuery(withoutWord(query, word));
  };
  return (
    <div className={styles.bar} data-empty={shown.length + problems.length === 0 || undefined}>
      {shown.map((term) => (
        <button
          key={term.word}
          type="button"
          className={styles.term}
          aria-label={t('filter.removeFilter', { filter: termText(term) })}
          title={t('filter.removeTitle')}
          onClick={() => remove(term.word)}
        >
          <bdi>{termText(term)}</bdi>
          <IconX size={12} aria-hidden="true" />
        </button>
      ))}
      <p aria-live="polite" className={styles.problems}>
        {problems.slice(0, 2).map(problemText).join('. ')}
      </p>
    </div>
  );
}
