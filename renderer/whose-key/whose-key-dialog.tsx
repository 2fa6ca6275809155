import { Button, Modal } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { isBeingRead } from '../../shared/all-projects.ts';
import { t } from '../../shared/language/words.ts';
import { useConnectionDesk } from '../connections/connection-desk.ts';
import { KeyName } from '../key-name.tsx';
import type { ListedRow } from '../keys/listed-row.ts';
import { words } from '../language/words.tsx';
import { MaskedInput } from '../masked-input.tsx';
import { ProjectCell } from '../projects/project-cell.tsx';
import { ownerOf } from '../projects/project-rows.ts';
import { useProjects } from '../projects/projects-context.ts';
import type { ProjectsState } from '../projects/projects-store.ts';
import { useCommands } from '../shortcuts.ts';
import styles from './whose-key.module.css';
import { endingIn, type WhoseKey, whoseKey } from './whose-key.ts';

/** With so many keys of the same last four, the list helps nobody. */
const MOST_SHOWN = 20;

type WhoseKeyDialogProps = {
  /** The keys of the project that is open. */
  readonly rows: readonly ListedRow[];
  /** Its connection; null where none is open. */
  readonly openId: string | null;
  readonly onDetails: (item: ListedRow) => void;
};

/** "Whose key is this?": a whole key is pasted, and what has its last four is shown. The key itself is kept nowhere. */
export function WhoseKeyDialog({ rows, openId, onDetails }: WhoseKeyDialogProps) {
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
          openId={openId}
          onDetails={(item) => {
            setOpened(false);
            onDetails(item);
          }}
          onClose={() => setOpened(false)}
        />
      ) : null}
    </Modal>
  );
}

type WhoseKeyPanelProps = WhoseKeyDialogProps & { readonly onClose: () => void };

function WhoseKeyPanel(props: WhoseKeyPanelProps) {
  const field = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState<WhoseKey | null>(null);
  const projects = useProjects();

  const find = (event: FormEvent) => {
    event.preventDefault();
    if (!field.current) return;
    setAnswer(whoseKey(field.current.value));
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
      <div role="status">
        {answer?.kind === 'sought' ? (
          <Found {...props} lastFour={answer.lastFour} projects={projects} />
        ) : null}
      </div>
      <div className={styles.buttons}>
        <Button type="submit">{t('whoseKey.find')}</Button>
      </div>
    </form>
  );
}

type FoundProps = WhoseKeyPanelProps & {
  readonly lastFour: string;
  readonly projects: ProjectsState;
};

/** What was found in the open project and in the others, also while some of them are still being read. */
function Found({ lastFour, rows, openId, projects, onDetails, onClose }: FoundProps) {
  const ending = <code>{lastFour}</code>;
  const { connections, openIn } = useConnectionDesk();
  const here = endingIn(lastFour, rows);
  const elsewhere = endingIn(lastFour, projects.list.rows).filter(
    ({ row }) => ownerOf(row)?.connectionId !== openId,
  );
  const found = [...here, ...elsewhere];
  const go = (item: ListedRow) => {
    const owner = ownerOf(item.row);
    if (here.includes(item)) return onDetails(item);
    onClose();
    if (owner?.row.id) openIn(owner.connectionId, { kind: 'details', keyId: owner.row.id });
  };
  return (
    <>
      {found.length === 0 ? (
        <p className={styles.words}>{words('whoseKey.none', { ending })}</p>
      ) : (
        <p className={styles.words}>{words('whoseKey.found', { count: found.length, ending })}</p>
      )}
      <ul className={styles.list}>
        {found.slice(0, MOST_SHOWN).map((item) => {
          const owner = here.includes(item) ? null : ownerOf(item.row);
          const connection = connections.find(({ id }) => id === owner?.connectionId);
          return (
            <li key={`${item.id} ${owner === null}`}>
              <KeyName name={item.row.name} className={styles.name} />
              {connection ? <ProjectCell connection={connection} /> : null}
              <Button size="xs" variant="default" onClick={() => go(item)}>
                {connection ? t('whoseKey.openThere') : t('common.details')}
              </Button>
            </li>
          );
        })}
      </ul>
      {found.length > MOST_SHOWN ? (
        <p className={styles.words}>{t('whoseKey.more', { count: found.length - MOST_SHOWN })}</p>
      ) : null}
      <Unsearched projects={projects} openId={openId} />
    </>
  );
}

/** Where it has not been looked for (yet). */
function Unsearched({ projects, openId }: Pick<FoundProps, 'projects' | 'openId'>) {
  const unread = [...projects.projects].filter(([id, { savedAt }]) => id !== openId && savedAt === null);
  const coming = unread.filter(([, { reading }]) => isBeingRead(reading)).length;
  const missing = unread.length - coming;
  return (
    <>
      {coming > 0 ? <p className={styles.words}>{t('whoseKey.stillLooking', { count: coming })}</p> : null}
      {missing > 0 ? <p className={styles.words}>{t('whoseKey.notLooked', { count: missing })}</p> : null}
    </>
  );
}
