import { Kbd, Modal } from '@mantine/core';
import { useState } from 'react';
import { COMMANDS, commandInfo } from '../../shared/commands.ts';
import { t } from '../../shared/language/words.ts';
import { LEVEL_KEYS } from '../permissions/row-command.ts';
import { commandKey, fullScreenKey, keyOf, useCommands } from '../shortcuts.ts';
import styles from './shortcut-sheet.module.css';

type Line = readonly [what: string, keys: string];

const plain = (label: string): string => label.replace(/…$/, '');

/** What no command names: the keys of the table and of the permission editor. */
const IN_TABLE: readonly Line[] = [
  [t('help.moveRows'), '↑ ↓'],
  [t('help.movePages'), 'PgUp PgDn'],
  [t('help.firstLast'), 'Home End'],
  [t('help.detailsOfRow'), 'Enter'],
  [t('help.menuOfRow'), 'Shift+F10'],
  [t('help.deleteRow'), 'Delete'],
  [t('help.selectRow'), 'Space'],
  [t('help.selectOnWay'), 'Shift+↑ ↓'],
  [t('help.selectAll'), commandKey('A')],
];
const IN_SEARCH: readonly Line[] = [
  [t('help.searchToRows'), '↓'],
  [t('help.clearSearch'), 'Esc'],
];
const IN_EDITOR: readonly Line[] = [
  [t('help.moveResources'), '↑ ↓'],
  [t('help.moveLevels'), '← →'],
  [t('help.moveGroups'), 'PgUp PgDn'],
  [t('help.setLevels'), Object.values(LEVEL_KEYS).join(' ')],
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
      title={t('help.title')}
      size={640}
      transitionProps={{ duration: 0 }}
    >
      <div className={styles.columns}>
        <Lines
          title={t('help.everywhere')}
          lines={[
            ...everywhere,
            [t('help.openConnection'), commandKey('1 … 9')],
            [t('help.closeOpen'), 'Esc'],
            [t('help.zoom'), commandKey('+ − 0')],
            [t('help.fullScreen'), fullScreenKey()],
          ]}
        />
        <div>
          <Lines title={t('help.inTable')} lines={IN_TABLE} />
          <Lines title={t('help.inSearch')} lines={IN_SEARCH} />
          <Lines title={t('help.inEditor')} lines={IN_EDITOR} />
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
