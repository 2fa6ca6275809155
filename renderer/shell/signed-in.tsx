import { useEffect, useRef, useState } from 'react';
import type { AppError, Result } from '../../shared/app-error.ts';
import type { KeyExport } from '../../shared/key-export.ts';
import { t } from '../../shared/language/words.ts';
import type { Connection, SessionState } from '../../shared/session-state.ts';
import { BridgeContext, useBridge } from '../bridge.ts';
import { boundBridge } from '../connections/bound-bridge.ts';
import { OpenLookContext } from '../connections/open-connection.ts';
import { ProductionFrame } from '../connections/production-frame.tsx';
import { CoveredContext } from '../dialogs/covered.ts';
import { ErrorAlert } from '../error-alert.tsx';
import { createKeysStore } from '../keys/keys-store.ts';
import { KeysView } from '../keys/keys-view.tsx';
import { later } from '../later.ts';
import { PassPhraseOffer } from '../security/pass-phrase-offer.tsx';
import type { SecurityActions } from '../security/security-actions.ts';
import { settled } from '../settled.ts';
import { useCommands } from '../shortcuts.ts';
import { SignInAgain } from '../sign-in/sign-in-again.tsx';
import { ConfirmResetDemo, ConfirmSignOut } from './confirm.tsx';
import styles from './signed-in.module.css';
import { TopBar } from './top-bar.tsx';
import { useWindowTitle } from './use-window-title.ts';

type SignedInProps = {
  readonly connection: Connection;
  readonly security: SecurityActions;
  readonly onResult: (result: Result<SessionState>) => Result<SessionState>;
};

type Asking = 'nothing' | 'sign-out' | 'reset-demo';

/** The window of someone who is let in: the bar, and the keys of this connection. */
export function SignedIn({ connection, security, onResult }: SignedInProps) {
  const wholeBridge = useBridge();
  const [bridge] = useState(() => boundBridge(wholeBridge, connection.id));
  const [store] = useState(() => createKeysStore({ bridge, now: Date.now, later }));
  const [asking, setAsking] = useState<Asking>('nothing');
  const [error, setError] = useState<AppError | null>(null);

  const [notNow, setNotNow] = useState(false);
  useWindowTitle(connection.name);

  useEffect(() => store.start(), [store]);

  const tokenRefused = connection.standing === 'token-refused';
  const askAgain = tokenRefused && !notNow;
  const wasRefused = useRef(tokenRefused);
  useEffect(() => {
    if (wasRefused.current && !tokenRefused) {
      setNotNow(false);
      // A walk with the token of before may still end, and would be told as a failure of this one.
      store.readAgain();
    }
    wasRefused.current = tokenRefused;
  }, [tokenRefused, store]);

  const resetDemo = () => {
    if (connection.kind === 'demo') setAsking('reset-demo');
  };
  useCommands((command) => {
    if (command === 'sign-out') setAsking('sign-out');
    else if (command === 'reset-demo') resetDemo();
  });

  const exportKeys = async (what: KeyExport) => {
    const result = await settled(bridge.exportKeys(what));
    setError(result.ok ? null : result.error);
  };

  const run = async (call: () => Promise<Result<SessionState>>, then: () => void) => {
    setAsking('nothing');
    const result = onResult(await settled(call()));
    setError(result.ok ? null : result.error);
    if (result.ok) then();
  };

  return (
    <BridgeContext value={bridge}>
      <OpenLookContext value={connection.look}>
        <div className={styles.window}>
          <ProductionFrame look={connection.look} />
          <TopBar
            connection={connection}
            security={security}
            onResult={onResult}
            onResetDemo={resetDemo}
            onSignOut={() => setAsking('sign-out')}
          />
          {security.offer && connection.kind === 'api' ? <PassPhraseOffer {...security.offer} /> : null}
          {error ? (
            <div className={styles.error}>
              <ErrorAlert error={error} onAction={() => setError(null)} actionLabel={t('common.dismiss')} />
            </div>
          ) : null}
          <CoveredContext value={askAgain}>
            <KeysView
              store={store}
              connection={connection}
              onSignIn={() => setNotNow(false)}
              onExport={(what) => void exportKeys(what)}
            />
          </CoveredContext>
          <SignInAgain
            opened={askAgain}
            connection={connection}
            onClose={() => setNotNow(true)}
            onResult={onResult}
          />
          <ConfirmSignOut
            opened={asking === 'sign-out'}
            connection={connection}
            onCancel={() => setAsking('nothing')}
            onConfirm={() => void run(bridge.signOut, () => {})}
          />
          <ConfirmResetDemo
            opened={asking === 'reset-demo'}
            onCancel={() => setAsking('nothing')}
            onConfirm={() => void run(bridge.resetDemo, store.startOver)}
          />
        </div>
      </OpenLookContext>
    </BridgeContext>
  );
}
