import { VisuallyHidden } from '@mantine/core';
import type { Suggestion } from '../../shared/filter-suggestions.ts';
import { t } from '../../shared/language/words.ts';
import styles from './filter.module.css';

type SuggestionListProps = {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly active: number;
  readonly onChoose: (suggestion: Suggestion) => void;
};

/** What may take the place of the word that is being typed. The focus stays in the box. */
export function SuggestionList({ id, suggestions, active, onChoose }: SuggestionListProps) {
  const count = suggestions.length;
  return (
    <>
      <VisuallyHidden aria-live="polite">
        {count === 0 ? '' : t('filter.suggestionCount', { count })}
      </VisuallyHidden>
      {count === 0 ? null : (
        <div id={id} role="listbox" aria-label={t('filter.suggestions')} className={styles.suggestions}>
          {suggestions.map((suggestion, index) => (
            <div
              key={suggestion.word}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={styles.suggestion}
              // Before the box loses the focus, and with it the suggestions.
              onMouseDown={(event) => {
                event.preventDefault();
                onChoose(suggestion);
              }}
            >
              <code>{suggestion.word}</code>
              <span>{suggestion.meaning}</span>
            </div>
          ))}
        </div>
      )}
    </>
  );
}
