import { Button, Popover, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { t } from '../../shared/language/words.ts';
import { LONGEST_TEXT, type PermissionText, readPermissionText } from '../../shared/permission-text.ts';
import { oneLine } from '../format.ts';
import { sumLine } from './catalogue-view.ts';
import styles from './paste-levels.module.css';

/** So many pieces that were not understood are shown. */
const MOST_SHOWN = 20;

type PasteLevelsProps = {
  readonly disabled: boolean;
  readonly onPaste: (read: PermissionText) => void;
};

/** How much of a text was not understood; empty where all was. */
export function notUnderstood({ unknown }: PermissionText): string {
  if (unknown.length === 0) return '';
  return t('permissions.notUnderstood', {
    count: unknown.length,
    parts: oneLine(unknown.join(' · '), 80),
  });
}

/** "Paste…": a text with levels, read into the editor. */
export function PasteLevels({ disabled, onPaste }: PasteLevelsProps) {
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpened(false);
    button.current?.focus();
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={380} trapFocus>
      <Popover.Target>
        <Button ref={button} size="xs" variant="default" disabled={disabled} onClick={() => setOpened(true)}>
          {t('permissions.paste')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <PasteForm
          onCancel={close}
          onPaste={(read) => {
            onPaste(read);
            close();
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

type PasteFormProps = Pick<PasteLevelsProps, 'onPaste'> & { readonly onCancel: () => void };

function PasteForm({ onPaste, onCancel }: PasteFormProps) {
  const [text, setText] = useState('');
  const read = readPermissionText(text);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is for this box, not for the dialog around it
    <div className={styles.form} onKeyDown={(event) => event.key === 'Escape' && onCancel()}>
      <Textarea
        size="xs"
        label={t('permissions.levelsAsText')}
        description={t('permissions.pasteHint')}
        rows={6}
        spellCheck={false}
        data-autofocus
        data-mantine-stop-propagation
        maxLength={LONGEST_TEXT}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div role="status" className={styles.outcome}>
        {text.trim() === '' ? null : <Outcome read={read} />}
      </div>
      <div className={styles.buttons}>
        <Button size="xs" variant="default" data-mantine-stop-propagation onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button
          size="xs"
          data-mantine-stop-propagation
          disabled={read.understood === 0}
          onClick={() => onPaste(read)}
        >
          {t('permissions.useLevels')}
        </Button>
      </div>
    </div>
  );
}

function Outcome({ read }: { readonly read: PermissionText }) {
  const { levels, carried, understood, unknown } = read;
  const more = unknown.length - MOST_SHOWN;
  return (
    <>
      <p>
        {understood === 0
          ? t('permissions.nothingUnderstood')
          : carried.length > 0
            ? t('permissions.sumKept', { sum: sumLine(levels), count: carried.length })
            : sumLine(levels)}
      </p>
      {unknown.length > 0 ? (
        <>
          <p className={styles.quiet}>{t('permissions.notUnderstoodList')}</p>
          <ul className={styles.unknown}>
            {unknown.slice(0, MOST_SHOWN).map((piece, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same may be said twice
              <li key={index}>{oneLine(piece, 80)}</li>
            ))}
            {more > 0 ? <li>{t('common.andMore', { count: more })}</li> : null}
          </ul>
        </>
      ) : null}
    </>
  );
}
