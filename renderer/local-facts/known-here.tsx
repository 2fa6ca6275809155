import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import { keyFactsOf, type LocalFactsState } from '../../shared/local-facts.ts';
import { keptText } from './kept-text.ts';
import { isAnythingKnown, KnownList } from './known-list.tsx';
import styles from './local-facts.module.css';
import { NotesForm } from './notes-form.tsx';

type KnownHereProps = {
  readonly row: KeyRow;
  readonly known: LocalFactsState;
  readonly now: number;
};

/** "Known on this computer": what the key API does not tell of a key, to read and to write. */
export function KnownHere({ row, known, now }: KnownHereProps) {
  const [editing, setEditing] = useState(false);
  const section = useRef<HTMLElement>(null);
  const wasEditing = useRef(editing);
  // The button that the focus came from is there again.
  useEffect(() => {
    if (wasEditing.current && !editing) section.current?.querySelector('button')?.focus();
    wasEditing.current = editing;
  }, [editing]);
  if (row.id === null) return null;
  const facts = keyFactsOf(known.facts, row.id);
  const isKnown = isAnythingKnown(facts);

  return (
    <section className={styles.section} aria-label={t('facts.known')} ref={section}>
      <div className={styles.head}>
        <h2 className={styles.heading}>{t('facts.known')}</h2>
        {editing ? null : (
          <Button size="compact-xs" variant="subtle" onClick={() => setEditing(true)}>
            {isKnown ? t('facts.edit') : t('facts.addNotes')}
          </Button>
        )}
      </div>
      {editing ? (
        <NotesForm keyId={row.id} notes={facts} onClose={() => setEditing(false)} />
      ) : isKnown ? (
        <KnownList facts={facts} createdAt={row.createdAt} now={now} />
      ) : (
        <p className={styles.nothing}>{t('facts.nothing')}</p>
      )}
      <p className={styles.kept}>{keptText(known.kept)}</p>
    </section>
  );
}
