import { join } from 'node:path';
import type { EventName, Events } from '../shared/contract.ts';
import { createHandlers } from './handlers.ts';
import type { KeyApiNetwork } from './key-api/transport.ts';
import { createClipboardKeeper, type SystemClipboard } from './keys/clipboard-keeper.ts';
import { createKeyService } from './keys/key-service.ts';
import { createOneTimeSecret } from './keys/one-time-secret.ts';
import type { Cipher } from './session/cipher.ts';
import { createClientFactory } from './session/clients.ts';
import { createConnectionStore } from './session/connection-store.ts';
import { createIdleWatch } from './session/idle-watch.ts';
import { createLock, type TouchId } from './session/lock.ts';
import { createPassPhrase } from './session/pass-phrase.ts';
import type { ProxyLogins } from './session/proxy-logins.ts';
import { createSession } from './session/session.ts';
import type { Settings } from './session/settings.ts';
import { createTokenVault } from './session/token-vault.ts';
import { createLeaveGuard } from './shell/leave-guard.ts';

/** What the program needs of the system it runs on. */
export type ProgramParts = {
  /** The profile folder. */
  readonly profile: string;
  readonly settings: Settings;
  readonly network: KeyApiNetwork;
  readonly proxyLogins: ProxyLogins;
  readonly cipher: Cipher;
  readonly clipboard: SystemClipboard;
  readonly touchId: TouchId;
  /** Sends the page an event; answers whether there is a page to hear it. */
  readonly send: <E extends EventName>(event: E, payload: Events[E]) => boolean;
  /** Asks in a box of the system's own whether to leave: where the page is locked. */
  readonly askNatively: (action: 'close' | 'quit', leave: () => void) => void;
  /** A key is shown or no longer: the system may be asked not to capture the window. */
  readonly onSecret: (held: boolean) => void;
  readonly closeWindow: () => void;
  readonly quit: () => void;
};

/** The parts of the program, put together. It starts locked where a pass phrase is set. */
export async function createProgram(parts: ProgramParts) {
  const { profile, settings, cipher, proxyLogins, closeWindow, quit } = parts;

  const lock = await createLock({
    passPhrase: createPassPhrase(join(profile, 'pass-phrase.json')),
    touchId: parts.touchId,
    minutes: () => settings.security().lockMinutes,
    onChange(state) {
      // Whoever unlocks is there, also where no input came to the window, as with Touch ID.
      if (state.kind === 'unlocked') idle.touch();
      parts.send('lockChanged', state);
    },
  });
  if (lock.state().means.passPhrase) lock.lock();

  /** While the window is locked, the page hears of the lock alone. */
  const tell = <E extends EventName>(event: E, payload: Events[E]): boolean =>
    !lock.isLocked() && parts.send(event, payload);

  const clients = createClientFactory({ network: parts.network, demoFolder: join(profile, 'demo') });
  const session = createSession({
    vault: createTokenVault(createConnectionStore(join(profile, 'connections.json')), cipher),
    clientFor: clients.clientFor,
    openDemoProject: clients.openDemoProject,
    onChange: (state) => tell('sessionChanged', state),
  });
  const secret = createOneTimeSecret((pending) => {
    parts.onSecret(pending !== null);
    if (pending) tell('secretArrived', pending);
  });
  const keys = createKeyService({
    session,
    secret,
    onLoaded: (page) => tell('keysLoaded', page),
    onEnded: (end) => tell('keysEnded', end),
  });
  const clipboard = createClipboardKeeper({
    clipboard: parts.clipboard,
    clearAfter: () => settings.security().clipboardSeconds,
    onChange: (state) => tell('clipboardChanged', state),
  });
  const leaveGuard = createLeaveGuard({
    // A key that is on its way may exist already: to go now would lose it unseen.
    hasUnstoredKey: () => secret.pending() !== null || keys.isCreating(),
    forgetKey: () => {
      keys.cancelAll();
      secret.forget();
    },
    ask: (action) => {
      if (tell('leaveRequested', { action })) return;
      // The page is locked, or it cannot hear.
      parts.askNatively(action, () => leaveGuard.leaveAnyway());
    },
    closeWindow,
    quit,
  });
  const idle = createIdleWatch({
    minutes: () => settings.security().lockMinutes,
    onIdle: () => void lock.lock(),
  });

  return {
    handlers: createHandlers({ session, keys, secret, leaveGuard, clipboard, lock, proxyLogins, settings }),
    session,
    lock,
    leaveGuard,
    clipboard,
    idle,
    tell,
  };
}
