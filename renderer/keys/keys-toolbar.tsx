import { ActionIcon, Button, TextInput, Title } from '@mantine/core';
import { IconDownload, IconPlus, IconRefresh, IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import styles from './keys-toolbar.module.css';

type KeysToolbarProps = {
  /** "24 keys", "3 of 24 keys"; empty while it is not known. */
  readonly count: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  /** Arrow down in the search goes on to the rows. */
  readonly onLeaveSearch: () => void;
  readonly loading: boolean;
  readonly onRefresh: () => void;
  /** A whole list is shown, or its copy. */
  readonly canExport: boolean;
  readonly onExport: () => void;
  readonly onCreate: () => void;
  /** Why no key can be created; null where one can. */
  readonly createProblem: string | null;
  /** A project without keys has nothing to search, and its own button to begin with. */
  readonly bare: boolean;
  /** What else is done with the list. */
  readonly children?: ReactNode;
};

/** The heading of the main view and what is done with the whole list. */
export function KeysToolbar(props: KeysToolbarProps) {
  const { count, loading, onRefresh, canExport, onExport, onCreate, createProblem, bare } = props;
  return (
    <div className={styles.toolbar}>
      <Title order={1} className={styles.title}>
        API Keys
      </Title>
      <span className={styles.count} aria-live="polite">
        {count}
      </span>
      <div className={styles.tools}>
        {bare ? null : <SearchField {...props} />}
        <ActionIcon
          size={30}
          variant="default"
          aria-label="Refresh"
          aria-disabled={loading}
          title="Refresh (F5)"
          onClick={onRefresh}
        >
          <IconRefresh
            size={15}
            aria-hidden="true"
            className={styles.refresh}
            data-loading={loading || undefined}
          />
        </ActionIcon>
        {bare ? null : (
          <ActionIcon
            size={30}
            variant="default"
            aria-label="Export as CSV"
            disabled={!canExport}
            title={canExport ? 'Export as CSV' : 'Only a whole list can be exported'}
            onClick={onExport}
          >
            <IconDownload size={15} aria-hidden="true" />
          </ActionIcon>
        )}
        {bare ? null : props.children}
        {bare ? null : (
          <Button
            leftSection={<IconPlus size={15} aria-hidden="true" />}
            disabled={createProblem !== null}
            {...(createProblem ? { title: createProblem } : {})}
            onClick={onCreate}
          >
            Create API Key
          </Button>
        )}
      </div>
    </div>
  );
}

function SearchField({ query, onQuery, searchRef, onLeaveSearch }: KeysToolbarProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') onQuery('');
    else if (event.key === 'ArrowDown') onLeaveSearch();
    else return;
    event.preventDefault();
  };
  return (
    <TextInput
      ref={searchRef}
      type="search"
      aria-label="Search by name"
      placeholder="Search by name"
      className={styles.search}
      leftSection={<IconSearch size={14} aria-hidden="true" />}
      leftSectionWidth={30}
      value={query}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => onQuery(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
