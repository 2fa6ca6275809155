import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { withCondition, withoutWord, wordOf } from '../../shared/filter-words.ts';
import { type Condition, parseFilter } from '../../shared/key-filter.ts';
import { t } from '../../shared/language/words.ts';
import { environmentLabel } from '../../shared/local-facts.ts';
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
  { value: 'restricted', label: t('common.restricted') },
  { value: 'unrestricted', label: t('common.unrestricted') },
];
const AGE: readonly Option[] = [
  { value: 'older:90d', label: t('filter.older90') },
  { value: 'older:180d', label: t('filter.older180') },
  { value: 'older:365d', label: t('filter.olderYear') },
  { value: 'newer:7d', label: t('filter.newer7') },
  { value: 'newer:30d', label: t('filter.newer30') },
];
const MAKER: readonly Option[] = [
  { value: 'by:me', label: t('filter.me') },
  { value: 'by:others', label: t('filter.someoneElse') },
];
const ACCESS: readonly Option[] = [
  { value: 'write', label: t('common.write') },
  { value: 'read', label: t('common.read') },
  { value: 'custom', label: t('common.custom') },
  { value: 'any', label: t('filter.anyAccess') },
  { value: 'none', label: t('common.noAccess') },
];
const ANY_RESOURCE: Option = { value: 'any', label: t('filter.anyResource') };
const OTHER: Option = { value: 'other', label: t('filter.otherPermissions') };
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
      {field('restriction', t('common.keyPermissions'), t('filter.any'), RESTRICTION)}
      {field('age', t('filter.age'), t('filter.any'), AGE)}
      {field('environment', t('common.environment'), t('filter.any'), environmentOptions(environments))}
      {field('maker', t('filter.madeBy'), t('filter.anyone'), MAKER)}
    </div>
  );
}

function environmentOptions(environments: readonly string[]): readonly Option[] {
  return [
    ...environments.map((name) => ({
      value: wordOf({ kind: 'environment', environment: name.toLowerCase() }),
      label: environmentLabel(name),
    })),
    { value: wordOf({ kind: 'environment', environment: '' }), label: t('filter.noneNoted') },
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
        aria-label={t('filter.resource')}
        value={resource}
        data={[ANY_RESOURCE, ...RESOURCE_GROUPS, OTHER]}
        onChange={(event) => setResource(event.currentTarget.value)}
      />
      <NativeSelect
        aria-label={t('filter.access')}
        value={access}
        data={[...ACCESS]}
        onChange={(event) => setAccess(event.currentTarget.value)}
      />
      <Button
        variant="default"
        onClick={() => onQuery(isHeld ? withoutWord(query, word) : `${query.trimEnd()} ${word}`.trim())}
      >
        {isHeld ? t('filter.remove') : t('common.add')}
      </Button>
    </div>
  );
}
