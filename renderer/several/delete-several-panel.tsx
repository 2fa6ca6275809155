import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { type KeyRow, rowId } from '../../shared/api-key.ts';
import { MOST_AT_ONCE } from '../../shared/deletion.ts';
import { t } from '../../shared/language/words.ts';
import { keyCount } from '../format.ts';
import { KeyLines } from './key-lines.tsx';
import styles from './several.module.css';

type DeleteSeveralPanelProps = {
  readonly rows: readonly KeyRow[];
  /** Why nothing can be deleted now; null where it can. */
  readonly problem: string | null;
  readonly onCancel: () => void;
  /** With the number that was typed. */
  readonly onDelete: (ids: readonly string[], count: number) => void;
};

const lineOf = (row: KeyRow) => ({ ...row, line: rowId(row) });

function remarkOn(withoutId: number): string | null {
  if (withoutId === 0) return null;
  return withoutId === 1 ? t('several.oneWithoutId') : t('several.withoutId', { count: withoutId });
}

/** What is deleted and what follows. The number of the keys has to be typed: one looks at it then. */
export function DeleteSeveralPanel({ rows, problem, onCancel, onDelete }: DeleteSeveralPanelProps) {
  const [typed, setTyped] = useState('');
  const lines = useMemo(() => rows.map(lineOf), [rows]);
  const ids = rows.flatMap(({ id }) => (id === null ? [] : [id]));
  const remark = remarkOn(rows.length - ids.length);
  const refusal =
    problem ?? (ids.length > MOST_AT_ONCE ? t('several.mostAtOnce', { keys: keyCount(MOST_AT_ONCE) }) : null);
  const count = Number(typed.replace(/[\s,.]/g, ''));
  const canDelete = ids.length > 0 && count === ids.length && refusal === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canDelete) onDelete(ids, count);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <p className={styles.words}>
        {t('several.willBeDeleted', { keys: keyCount(ids.length) })}
        {remark ? ` ${remark}` : ''}
      </p>
      <KeyLines label={t('several.keysToDelete')} lines={lines} />
      <TextInput
        data-autofocus
        label={t('several.typeNumber', { number: String(ids.length) })}
        inputMode="numeric"
        autoComplete="off"
        className={styles.number}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className={styles.footer}>
        <span role="status" className={styles.progress}>
          {refusal}
        </span>
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" color="red" disabled={!canDelete}>
          {t('several.deleteKeys', { keys: keyCount(ids.length) })}
        </Button>
      </div>
    </form>
  );
}
