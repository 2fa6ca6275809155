import { type ReactNode, useEffectEvent, useState } from 'react';
import type { Result } from '../../shared/app-error.ts';
import type { MenuCommand } from '../../shared/commands.ts';
import { type KnownConnection, NUMBERED } from '../../shared/connections.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { useBridge } from '../bridge.ts';
import { later } from '../later.ts';
import { ProjectsStoreContext } from '../projects/projects-context.ts';
import { createProjectsStore } from '../projects/projects-store.ts';
import { useCommands } from '../shortcuts.ts';
import { ConnectionDeskContext } from './connection-desk.ts';
import { ConnectionDialogs, type DeskDialog } from './connection-dialogs.tsx';
import styles from './connections.module.css';
import { type Errand, ErrandsContext, type ErrandUnderWay } from './errand.ts';
import { SwitchRefusal } from './switch-refusal.tsx';
import { useConnections } from './use-connections.ts';
import { useFocusBack } from './use-focus-back.ts';
import { useSwitching } from './use-switching.ts';

type ConnectionsRootProps = {
  readonly session: SessionState;
  readonly onResult: (result: Result<SessionState>) => Result<SessionState>;
  /** All projects are shown over the session; that goes with the first step into one of them. */
  readonly isAll: boolean;
  readonly onAll: (isAll: boolean) => void;
  readonly children: ReactNode;
};

/** A question has to be answered first, whatever key is pressed. */
const isAsked = () => document.querySelector('[role="alertdialog"]') !== null;

function numbered(command: MenuCommand, connections: readonly KnownConnection[]): KnownConnection | null {
  const index = NUMBERED.findIndex((number) => command === `connection-${number}`);
  return connections[index] ?? null;
}

/** All about connections that outlives the one that is open: the list, the switch from one to another, the dialogs. */
export function ConnectionsRoot(props: ConnectionsRootProps) {
  const { session, onResult, isAll, onAll: setAll, children } = props;
  const bridge = useBridge();
  const connections = useConnections();
  const switching = useSwitching(onResult);
  const [dialog, setDialog] = useState<DeskDialog>({ kind: 'none' });
  const keepFocus = useFocusBack(dialog.kind !== 'none');
  const show = (next: DeskDialog) => {
    if (dialog.kind === 'none') keepFocus();
    setDialog(next);
  };
  const [underWay, setUnderWay] = useState<ErrandUnderWay | null>(null);
  const openId = session.kind === 'signed-in' ? session.connection.id : null;

  const [projects] = useState(() => createProjectsStore({ bridge, later }));

  const open = async (connection: KnownConnection, errand: ErrandUnderWay | null = null) => {
    // Whoever goes elsewhere does not want any more what was to be done there.
    setUnderWay(errand);
    if (connection.id === openId && !switching.busy) return setAll(false);
    if (connection.standing === 'signed-out') return show({ kind: 'token', connection });
    const { id } = connection;
    const failure = await switching.go(id, () => bridge.openConnection({ connectionId: id }));
    if (failure?.kind !== 'token-unreadable') {
      setAll(false);
      if (failure) setUnderWay(null);
      return;
    }
    switching.dismiss();
    show({ kind: 'token', connection });
  };
  const desk = {
    connections,
    openId,
    open: (connection: KnownConnection) => void open(connection),
    openIn(connectionId: string, errand: Errand): boolean {
      const connection = connections.find(({ id }) => id === connectionId);
      if (connection) void open(connection, { connectionId, errand });
      return connection !== undefined;
    },
    openDemo: () => void switching.go('demo', bridge.openDemo).then(() => setAll(false)),
    isAll,
    openAll: () => setAll(true),
    enterToken: (connection: KnownConnection) => show({ kind: 'token', connection }),
    add: () => show({ kind: 'add' }),
    manage: () => show({ kind: 'list' }),
  };
  const errands = { underWay, end: () => setUnderWay(null) };
  const dismiss = useEffectEvent(switching.dismiss);
  const [onOver] = useState(() => () => dismiss());

  useCommands((command) => {
    const connection = numbered(command, connections);
    if (connection && dialog.kind === 'none' && !isAsked()) desk.open(connection);
    else if (command === 'all-projects') desk.openAll();
    else if (command === 'add-connection') desk.add();
    else if (command === 'connections') desk.manage();
  });

  return (
    <ConnectionDeskContext value={desk}>
      <ErrandsContext value={errands}>
        <ProjectsStoreContext value={projects}>
          <div inert={switching.busy} className={styles.root}>
            {children}
          </div>
        </ProjectsStoreContext>
      </ErrandsContext>
      <ConnectionDialogs
        dialog={dialog}
        onDialog={show}
        onResult={(result) => {
          // By its token one comes to a project.
          if (result.ok && (dialog.kind === 'add' || dialog.kind === 'token')) setAll(false);
          return onResult(result);
        }}
        onTurnBack={() => setUnderWay(null)}
      />
      <SwitchRefusal error={switching.refusal} onOver={onOver} />
    </ConnectionDeskContext>
  );
}
