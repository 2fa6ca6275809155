import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import {
  FACT_LENGTHS,
  type KeyFacts,
  MOST_PLACES,
  tidyNotes,
  type UsedAt,
} from '../../shared/local-facts.ts';
import { useBridge } from '../bridge.ts';
import { oneLine } from '../format.ts';
import { quietly } from '../settled.ts';
import styles from './replace-key.module.css';

type PlacesCheckListProps = {
  /** The key that is replaced. */
  readonly keyId: string;
  readonly facts: KeyFacts;
};

/** Where the old key is used; each place is ticked once it has the new one. */
export function PlacesCheckList({ keyId, facts }: PlacesCheckListProps) {
  const bridge = useBridge();
  const [typed, setTyped] = useState('');
  const { usedAt } = facts;

  const keep = (next: readonly UsedAt[]) => {
    const { note, owner, environment, rotateEveryDays } = facts;
    const notes = tidyNotes({ note, owner, environment, rotateEveryDays, usedAt: next });
    quietly(bridge.setKeyNotes({ keyId, notes }));
  };

  const add = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === '') return;
    keep([...usedAt, { place: typed, moved: false }]);
    setTyped('');
  };

  return (
    <fieldset className={styles.places}>
      <legend>Where the old key is used</legend>
      {usedAt.length === 0 ? (
        <p className={styles.quiet}>No place is known. Add each, and tick it once it has the new key.</p>
      ) : null}
      {usedAt.map(({ place, moved }) => (
        <Checkbox
          key={place}
          size="xs"
          label={<bdi>{oneLine(place)}</bdi>}
          checked={moved}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            keep(usedAt.map((each) => (each.place === place ? { place, moved: checked } : each)));
          }}
        />
      ))}
      {usedAt.length < MOST_PLACES ? (
        <form className={styles.add} onSubmit={add}>
          <TextInput
            aria-label="Another place"
            placeholder="Another place"
            maxLength={FACT_LENGTHS.place}
            dir="auto"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" variant="default">
            Add
          </Button>
        </form>
      ) : null}
    </fieldset>
  );
}
