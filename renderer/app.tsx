import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useBridge } from './bridge.ts';
import { FirstPicture } from './lock/first-picture.tsx';
import { LockScreen } from './lock/lock-screen.tsx';
import { createLockStore } from './lock/lock-store.ts';
import { SessionRoot } from './session/session-root.tsx';
import { SettingsProvider } from './settings/settings-context.tsx';

/** The root: locked, there is the lock screen and nothing else; unlocked, the session begins anew. */
export function App() {
  const bridge = useBridge();
  const [store] = useState(() => createLockStore({ bridge }));
  const { lock, wasOpen } = useStore(store.state);
  // Outlives a lock on purpose: it is about nothing but this run of the program.
  const [offered, setOffered] = useState(false);
  // This too: whoever looked at all projects does so again.
  const [isAll, setAll] = useState(false);
  useEffect(() => store.start(), [store]);

  // Main answers this at once: what is there already stays so long.
  if (lock === null) return <FirstPicture />;
  if (lock.kind === 'locked')
    return (
      <LockScreen
        means={lock.means}
        linkWaits={lock.linkWaits}
        atOnce={!wasOpen}
        onSignOut={() => setAll(false)}
      />
    );
  return (
    <SettingsProvider>
      <SessionRoot
        means={lock.means}
        offered={offered}
        onOffered={() => setOffered(true)}
        isAll={isAll}
        onAll={setAll}
      />
    </SettingsProvider>
  );
}
