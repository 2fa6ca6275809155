import { Button, Popover, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
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
  return `${unknown.length} ${unknown.length === 1 ? 'part was' : 'parts were'} not understood: ${oneLine(unknown.join(' · '), 80)}`;
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
          Paste…
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
        label="Levels as text"
        description="From another key or a ticket: “Calls: Read”, calls.view, JSON. It replaces what is chosen."
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
          Cancel
        </Button>
        <Button
          size="xs"
          data-mantine-stop-propagation
          disabled={read.understood === 0}
          onClick={() => onPaste(read)}
        >
          Use these levels
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
          ? 'Nothing of it was understood.'
          : `${sumLine(levels)}${carried.length > 0 ? `, ${carried.length} kept as they are` : ''}`}
      </p>
      {unknown.length > 0 ? (
        <>
          <p className={styles.quiet}>Not understood:</p>
          <ul className={styles.unknown}>
            {unknown.slice(0, MOST_SHOWN).map((piece, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same may be said twice
              <li key={index}>{oneLine(piece, 80)}</li>
            ))}
            {more > 0 ? <li>and {more} more</li> : null}
          </ul>
        </>
      ) : null}
    </>
  );
}
