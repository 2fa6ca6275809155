import { Button, Modal } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { t } from '../../shared/language/words.ts';
import { KeyName } from '../key-name.tsx';
import type { ListedRow } from '../keys/listed-row.ts';
import { words } from '../language/words.tsx';
import { MaskedInput } from '../masked-input.tsx';
import { useCommands } from '../shortcuts.ts';
import styles from './whose-key.module.css';
import { type WhoseKey, whoseKey } from './whose-key.ts';

/** With so many keys of the same last four, the list helps nobody. */
const MOST_SHOWN = 20;

type WhoseKeyDialogProps = {
  readonly rows: readonly ListedRow[];
  readonly onDetails: (item: ListedRow) => void;
};

/** "Whose key is this?": a whole key is pasted, and what has its last four is shown. The key itself is kept nowhere. */
export function WhoseKeyDialog({ rows, onDetails }: WhoseKeyDialogProps) {
  const [opened, setOpened] = useState(false);
  useCommands((command) => {
    if (command === 'whose-key') setOpened(true);
  });
  return (
    <Modal
      opened={opened}
      onClose={() => setOpened(false)}
      title={t('whoseKey.title')}
      size={520}
      transitionProps={{ duration: 0 }}
    >
      {opened ? (
        <WhoseKeyPanel
          rows={rows}
          onDetails={(item) => {
            setOpened(false);
            onDetails(item);
          }}
        />
      ) : null}
    </Modal>
  );
}

function WhoseKeyPanel({ rows, onDetails }: WhoseKeyDialogProps) {
  const field = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState<WhoseKey | null>(null);

  const find = (event: FormEvent) => {
    event.preventDefault();
    if (!field.current) return;
    setAnswer(whoseKey(field.current.value, rows));
    field.current.value = '';
  };

  return (
    <form onSubmit={find} className={styles.form} noValidate>
      <MaskedInput
        fieldRef={field}
        label={t('whoseKey.wholeKey')}
        showLabel={t('whoseKey.showKey')}
        hideLabel={t('whoseKey.hideKey')}
        description={t('whoseKey.hint')}
        error={answer?.kind === 'not-whole' ? t('whoseKey.pasteWhole') : null}
        autofocus
      />
      <div role="status">{answer?.kind === 'found' ? <Found {...answer} onDetails={onDetails} /> : null}</div>
      <div className={styles.buttons}>
        <Button type="submit">{t('whoseKey.find')}</Button>
      </div>
    </form>
  );
}

type FoundProps = Extract<WhoseKey, { kind: 'found' }> & Pick<WhoseKeyDialogProps, 'onDetails'>;

function Found({ lastFour, rows, onDetails }: FoundProps) {
  const ending = <code>{lastFour}</code>;
  if (rows.length === 0) return <p className={styles.words}>{words('whoseKey.none', { ending })}</p>;
  return (
    <>
      <p className={styles.words}>{words('whoseKey.found', { count: rows.length, ending })}</p>
      <ul className={styles.list}>
        {rows.slice(0, MOST_SHOWN).map((item) => (
          <li key={item.id}>
            <KeyName name={item.row.name} className={styles.name} />
            <Button size="xs" variant="default" onClick={() => onDetails(item)}>
              {t('common.details')}
            </Button>
          </li>
        ))}
      </ul>
      {rows.length > MOST_SHOWN ? (
        <p className={styles.words}>{t('whoseKey.more', { count: rows.length - MOST_SHOWN })}</p>
      ) : null}
    </>
  );
}
