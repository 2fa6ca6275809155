import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { withCondition, withoutWord, wordOf } from '../../shared/filter-words.ts';
import { type Condition, parseFilter } from '../../shared/key-filter.ts';
import { GROUPS } from '../../shared/permissions.ts';
import styles from './filter.module.css';
import { termText } from './term-text.ts';

export type FilterFormProps = {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly environments: readonly string[];
};

type Option = { readonly value: string; readonly label: string };

const RESTRICTION: readonly Option[] = [
  { value: 'restricted', label: 'Restricted' },
  { value: 'unrestricted', label: 'Unrestricted' },
];
const AGE: readonly Option[] = [
  { value: 'older:90d', label: 'Older than 90 days' },
  { value: 'older:180d', label: 'Older than 180 days' },
  { value: 'older:365d', label: 'Older than 1 year' },
  { value: 'newer:7d', label: 'Newer than 7 days' },
  { value: 'newer:30d', label: 'Newer than 30 days' },
];
const MAKER: readonly Option[] = [
  { value: 'by:me', label: 'Me' },
  { value: 'by:others', label: 'Someone else' },
];
const ACCESS: readonly Option[] = [
  { value: 'write', label: 'Write' },
  { value: 'read', label: 'Read' },
  { value: 'custom', label: 'Custom' },
  { value: 'any', label: 'Any access' },
  { value: 'none', label: 'No access' },
];
const ANY_RESOURCE: Option = { value: 'any', label: 'Any resource' };
const OTHER: Option = { value: 'other', label: 'Other permissions' };
const RESOURCE_GROUPS = GROUPS.map(({ label, resources }) => ({
  group: label,
  items: resources.map((resource) => ({ value: resource.id as string, label: resource.label })),
}));

/** One choice a kind of condition; the words of the box are the only state. */
export function FilterForm({ query, onQuery, environments }: FilterFormProps) {
  const field = (kind: Condition['kind'], label: string, anything: string, options: readonly Option[]) => {
    const held = parseFilter(query).terms.find(({ condition }) => condition.kind === kind);
    const said = held ? [{ value: wordOf(held.condition, held.negated), label: termText(held) }] : [];
    const word = held ? wordOf(held.condition, held.negated) : '';
    // What was typed may be a choice that is not offered here: it is offered then.
    const all = word === '' || options.some(({ value }) => value === word) ? options : [...options, ...said];
    return (
      <NativeSelect
        label={label}
        className={styles.choice}
        styles={{ label: { marginBottom: 0, fontWeight: 400 } }}
        value={word}
        data={[{ value: '', label: anything }, ...all]}
        onChange={({ currentTarget: { value } }) => onQuery(withCondition(query, kind, value || null))}
      />
    );
  };
  return (
    <div className={styles.form}>
      <AccessChoice query={query} onQuery={onQuery} />
      {field('restriction', 'Key permissions', 'Any', RESTRICTION)}
      {field('age', 'Age', 'Any', AGE)}
      {field('environment', 'Environment', 'Any', environmentOptions(environments))}
      {field('maker', 'Made by', 'Anyone', MAKER)}
    </div>
  );
}

function environmentOptions(environments: readonly string[]): readonly Option[] {
  return [
    ...environments.map((name) => ({
      value: wordOf({ kind: 'environment', environment: name.toLowerCase() }),
      label: name,
    })),
    { value: wordOf({ kind: 'environment', environment: '' }), label: 'None noted' },
  ];
}

/** Keys that reach a resource: several of these may hold at once, so that they are added. */
function AccessChoice({ query, onQuery }: Pick<FilterFormProps, 'query' | 'onQuery'>) {
  const [resource, setResource] = useState('any');
  const [access, setAccess] = useState('write');
  const word = `${resource}:${access}`;
  const isHeld = parseFilter(query).terms.some((term) => term.word === word);
  return (
    <div className={styles.access}>
      <NativeSelect
        aria-label="Resource"
        value={resource}
        data={[ANY_RESOURCE, ...RESOURCE_GROUPS, OTHER]}
        onChange={(event) => setResource(event.currentTarget.value)}
      />
      <NativeSelect
        aria-label="Access"
        value={access}
        data={[...ACCESS]}
        onChange={(event) => setAccess(event.currentTarget.value)}
      />
      <Button
        variant="default"
        onClick={() => onQuery(isHeld ? withoutWord(query, word) : `${query.trimEnd()} ${word}`.trim())}
      >
        {isHeld ? 'Remove' : 'Add'}
      </Button>
    </div>
  );
}
