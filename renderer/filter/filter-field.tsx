import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { t } from '../../shared/language/words.ts';
import { useUntyped } from '../use-untyped.ts';
import styles from './filter.module.css';
import { FilterMenu } from './filter-menu.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { useCompletion } from './use-completion.ts';

export type FilterFieldProps = {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  /** Arrow down in the search goes on to the rows. */
  readonly onLeaveSearch: () => void;
  /** The environments that are noted of keys, or may well be. */
  readonly environments: readonly string[];
};

/** The box for names and filters, with suggestions while one types; beside it the filters to choose from. */
export function FilterField(props: FilterFieldProps) {
  const { query, onQuery, searchRef, onLeaveSearch, environments } = props;
  const completion = useCompletion({ query, onQuery, input: searchRef, environments });
  const [menuOpened, setMenuOpened] = useState(false);
  const form = { query, onQuery, environments };
  const untyped = useUntyped(form, query);
  const { listId, suggestions, active } = completion;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (!completion.onKey(event)) {
      if (event.key === 'Escape') onQuery('');
      else if (event.key === 'ArrowDown') onLeaveSearch();
      else return;
    }
    event.preventDefault();
  };
  return (
    <div className={styles.field}>
      <TextInput
        ref={searchRef}
        type="search"
        aria-label={t('filter.search')}
        aria-autocomplete="list"
        {...(suggestions.length > 0 ? { 'aria-controls': listId } : {})}
        {...(suggestions[active] ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
        placeholder={t('filter.placeholder')}
        className={styles.search}
        leftSection={<IconSearch size={14} aria-hidden="true" />}
        leftSectionWidth={30}
        value={query}
        spellCheck={false}
        autoComplete="off"
        onChange={({ currentTarget: { value, selectionStart } }) => {
          onQuery(value);
          completion.show(value, selectionStart ?? value.length);
        }}
        onKeyDown={onKeyDown}
        onBlur={completion.close}
      />
      <SuggestionList id={listId} suggestions={suggestions} active={active} onChoose={completion.choose} />
      <FilterMenu {...(menuOpened ? form : untyped)} opened={menuOpened} onOpened={setMenuOpened} />
    </div>
  );
}
