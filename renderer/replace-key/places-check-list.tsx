import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { t } from '../../shared/language/words.ts';
import {
  FACT_LENGTHS,
  type KeyFacts,
  MOST_PLACES,
  tidyNotes,
  type UsedAt,
} from '../../shared/local-facts.ts';
import { useBridge } from '../bridge.ts';
import { oneLine } from '../format.ts';
import { settled } from '../settled.ts';
import styles from './replace-key.module.css';

type PlacesCheckListProps = {
  /** The key that is replaced. */
  readonly keyId: string;
  readonly facts: KeyFacts;
};

const isSame = (one: readonly UsedAt[], other: readonly UsedAt[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Where the old key is used; each place is ticked once it has the new one. */
export function PlacesCheckList({ keyId, facts }: PlacesCheckListProps) {
  const bridge = useBridge();
  const [typed, setTyped] = useState('');
  /** What was ticked here and main has not told yet: a quick second tick must not lose the first. */
  const [ticked, setTicked] = useState<readonly UsedAt[] | null>(null);
  if (ticked && isSame(ticked, facts.usedAt)) setTicked(null);
  const usedAt = ticked ?? facts.usedAt;

  const keep = async (next: readonly UsedAt[]) => {
    const { note, owner, environment, rotateEveryDays } = facts;
    const notes = tidyNotes({ note, owner, environment, rotateEveryDays, usedAt: next });
    setTicked(notes.usedAt);
    const result = await settled(bridge.setKeyNotes({ keyId, notes }));
    if (!result.ok) setTicked(null);
  };

  const add = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === '') return;
    void keep([...usedAt, { place: typed, moved: false }]);
    setTyped('');
  };

  return (
    <fieldset className={styles.places}>
      <legend>{t('replace.whereUsed')}</legend>
      {usedAt.length === 0 ? <p className={styles.quiet}>{t('replace.noPlace')}</p> : null}
      {usedAt.map(({ place, moved }) => (
        <Checkbox
          key={place}
          size="xs"
          label={<bdi>{oneLine(place)}</bdi>}
          checked={moved}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            void keep(usedAt.map((each) => (each.place === place ? { place, moved: checked } : each)));
          }}
        />
      ))}
      {usedAt.length < MOST_PLACES ? (
        <form className={styles.add} onSubmit={add}>
          <TextInput
            aria-label={t('replace.anotherPlace')}
            placeholder={t('replace.anotherPlace')}
            maxLength={FACT_LENGTHS.place}
            dir="auto"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" variant="default">
            {t('common.add')}
          </Button>
        </form>
      ) : null}
    </fieldset>
  );
}
