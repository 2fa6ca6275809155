import { Kbd, Modal } from '@mantine/core';
import { useState } from 'react';
import { COMMANDS, commandInfo } from '../../shared/commands.ts';
import { commandKey, keyOf, useCommands } from '../shortcuts.ts';
import styles from './shortcut-sheet.module.css';

type Line = readonly [what: string, keys: string];

const plain = (label: string): string => label.replace(/…$/, '');

/** What no command names: the keys of the table and of the permission editor. */
const IN_TABLE: readonly Line[] = [
  ['Move between rows', '↑ ↓'],
  ['First or last row', 'Home End'],
  ['Details of the row', 'Enter'],
  ['Menu of the row', 'Shift+F10'],
  ['Delete the row’s key', 'Delete'],
];
const IN_EDITOR: readonly Line[] = [
  ['Move between resources', '↑ ↓'],
  ['Move between levels', '← →'],
  ['No access, Read, Write', 'N R W'],
];

/** Every key that does something, one list for each place. */
export function ShortcutSheet() {
  const [opened, setOpened] = useState(false);
  useCommands((command) => {
    if (command === 'shortcuts') setOpened(true);
  });
  const everywhere = COMMANDS.flatMap((command): readonly Line[] => {
    const key = keyOf(command);
    return key ? [[plain(commandInfo(command).label), key]] : [];
  });
  return (
    <Modal
      opened={opened}
      onClose={() => setOpened(false)}
      title="Keyboard shortcuts"
      size={640}
      transitionProps={{ duration: 0 }}
    >
      <div className={styles.columns}>
        <Lines
          title="Everywhere"
          lines={[
            ...everywhere,
            ['Open connection 1 to 9', commandKey('1 … 9')],
            ['Close what is open', 'Esc'],
            ['Zoom', commandKey('+ −')],
          ]}
        />
        <div>
          <Lines title="In the table" lines={IN_TABLE} />
          <Lines title="In the permission editor" lines={IN_EDITOR} />
        </div>
      </div>
    </Modal>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.lines}>
        {lines.map(([what, keys]) => (
          <div key={what} className={styles.line}>
            <dt>{what}</dt>
            <dd>
              <Kbd>{keys}</Kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
