import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Result } from '../../shared/app-error.ts';
import type { LockState } from '../../shared/lock-state.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { AboutDialog } from '../about/about-dialog.tsx';
import { useBridge } from '../bridge.ts';
import { ConnectionsRoot } from '../connections/connections-root.tsx';
import { ShortcutSheet } from '../help/shortcut-sheet.tsx';
import { LinkStatus } from '../links/link-notice.tsx';
import { LeaveGuard } from '../new-key/leave-guard.tsx';
import { PendingKey } from '../new-key/pending-key.tsx';
import { Notices } from '../notices/notices.tsx';
import { GoTo } from '../palette/go-to.tsx';
import { ProjectsOr } from '../projects/projects-or.tsx';
import { ProxyLoginProvider } from '../proxy-login/proxy-login-provider.tsx';
import type { SecurityActions } from '../security/security-actions.ts';
import { beginsWithSettings, hasBegun } from '../settings/beginning.ts';
import { SettingsDialog, type SettingsPurpose } from '../settings/settings-dialog.tsx';
import { quietly, settled } from '../settled.ts';
import { SignedIn } from '../shell/signed-in.tsx';
import { isDialogOpen, useCommands } from '../shortcuts.ts';
import { ChooseProject } from '../sign-in/choose-project.tsx';
import { SignIn } from '../sign-in/sign-in.tsx';
import { NotAdministrator } from './not-administrator.tsx';
import { Opening } from './opening.tsx';
import styles from './session-root.module.css';
import { createSessionStore } from './session-store.ts';
import { Unreachable } from './unreachable.tsx';

type SessionRootProps = {
  readonly means: LockState['means'];
  /** The offer of a pass phrase is over for this run. */
  readonly offered: boolean;
  readonly onOffered: () => void;
  /** The window shows the keys of all connections. */
  readonly isAll: boolean;
  readonly onAll: (isAll: boolean) => void;
};

/** All that a lock takes away: the session, its screens, and every store that holds something of them. */
export function SessionRoot({ means, offered, onOffered, isAll, onAll }: SessionRootProps) {
  const bridge = useBridge();
  const [store] = useState(() => createSessionStore({ bridge }));
  const session = useStore(store.state);
  const [open, setOpen] = useState<SettingsPurpose | null>(() => (beginsWithSettings() ? 'settings' : null));
  useEffect(() => store.start(), [store]);
  useEffect(hasBegun, []);

  const canUnlock = means.passPhrase || means.touchId;
  const lock = () => {
    if (canUnlock) quietly(bridge.lockNow());
    else if (!isDialogOpen()) setOpen('pass-phrase');
  };
  useCommands((command) => {
    if (command === 'lock') lock();
    else if (command === 'settings') setOpen('settings');
  });

  const setPassPhrase = () => {
    onOffered();
    setOpen('pass-phrase');
  };
  const actions: SecurityActions = {
    means,
    onLock: lock,
    onSettings: () => setOpen('settings'),
    offer: canUnlock || offered ? null : { onSet: setPassPhrase, onDismiss: onOffered },
  };

  return (
    <ProxyLoginProvider>
      <ConnectionsRoot session={session} onResult={store.take} isAll={isAll} onAll={onAll}>
        <GoTo>
          <div className={styles.window}>
            <Notices />
            <LinkStatus />
            <div className={styles.screen}>
              <ProjectsOr>
                <SessionScreen
                  session={session}
                  security={actions}
                  onResult={store.take}
                  onSignOut={() => void settled(bridge.signOut()).then(store.take)}
                />
              </ProjectsOr>
            </div>
          </div>
        </GoTo>
      </ConnectionsRoot>
      <SettingsDialog
        purpose={open}
        means={means}
        session={session}
        onResult={store.take}
        onClose={() => setOpen(null)}
      />
      {session.kind === 'not-administrator' || session.kind === 'choosing-project' ? <PendingKey /> : null}
      <ShortcutSheet />
      <AboutDialog />
      <LeaveGuard />
    </ProxyLoginProvider>
  );
}

type SessionScreenProps = {
  readonly session: SessionState;
  readonly security: SecurityActions;
  readonly onResult: (result: Result<SessionState>) => Result<SessionState>;
  readonly onSignOut: () => void;
};

function SessionScreen({ session, security, onResult, onSignOut }: SessionScreenProps) {
  switch (session.kind) {
    case 'opening':
      return <Opening />;
    case 'signed-out':
      return <SignIn address={session.address} notice={session.notice} onResult={onResult} />;
    case 'choosing-project':
      return <ChooseProject projects={session.projects} onResult={onResult} />;
    case 'not-administrator':
      return <NotAdministrator connection={session.connection} role={session.role} onSignOut={onSignOut} />;
    case 'unreachable':
      return (
        <Unreachable
          name={session.name}
          address={session.address}
          error={session.error}
          onResult={onResult}
          onSignOut={onSignOut}
        />
      );
    case 'signed-in': {
      const { connection } = session;
      return <SignedIn key={connection.id} connection={connection} security={security} onResult={onResult} />;
    }
  }
}
