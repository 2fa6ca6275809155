import { join } from 'node:path';
import type { AppError } from '../shared/app-error.ts';
import type { KnownConnection } from '../shared/connections.ts';
import type { LockState } from '../shared/lock-state.ts';
import { dueKeys } from '../shared/review/due.ts';
import type { SessionState } from '../shared/session-state.ts';
import { createAwayNews } from './away/away-news.ts';
import { createErase } from './erase.ts';
import { createFiles } from './files.ts';
import { createHandlers } from './handlers.ts';
import { createKept } from './kept.ts';
import { createRecentRequests } from './key-api/requests.ts';
import { createClipboardKeeper } from './keys/clipboard-keeper.ts';
import { createKeyService } from './keys/key-service.ts';
import { createOneTimeSecret } from './keys/one-time-secret.ts';
import { linkPlace } from './links/link-place.ts';
import { createLinks } from './links/links.ts';
import { mayAsk } from './policy/policy.ts';
import { ruledSettings } from './policy/ruled-settings.ts';
import type { ProgramParts, Send } from './program-parts.ts';
import { createAllProjects } from './projects/all-projects.ts';
import { createClientFactory } from './session/clients.ts';
import { connectionFingerprint } from './session/connection.ts';
import { recordFingerprint } from './session/connection-records.ts';
import { createDeparture } from './session/departure.ts';
import { createIdleWatch } from './session/idle-watch.ts';
import { createLock } from './session/lock.ts';
import { createNotices } from './session/notices.ts';
import { createPassPhrase } from './session/pass-phrase.ts';
import { createSession } from './session/session.ts';
import { createErrorDetails } from './shell/error-details.ts';
import { createLeaveGuard } from './shell/leave-guard.ts';

/** Hands on what differs from the one before. */
function onlyChanges<T>(then: (value: T) => void): (value: T) => void {
  let last: T | null = null;
  return (value) => {
    if (value !== last) then(value);
    last = value;
  };
}

/** The parts of the program, put together. It starts locked where a pass phrase is set. */
export async function createProgram(parts: ProgramParts) {
  const { profile, policy, cipher, proxyLogins, log, saveFile, openFile, closeWindow, quit } = parts;
  const settings = ruledSettings(parts.settings, policy.rules);
  const logLock = onlyChanges<LockState['kind']>((state) => log({ event: 'lock', state }));
  const logSession = onlyChanges<SessionState['kind']>((state) => log({ event: 'session', state }));

  const links = createLinks({
    wait() {
      if (lock.isLocked()) return 'unlocked';
      if (secret.pending()) return 'stored';
      return session.connection() ? null : 'signed-in';
    },
    placeOf(name) {
      const opened = session.connection();
      const open = opened && { id: opened.id, name: opened.name, projectId: opened.project?.id ?? null };
      // What is on its way is waited for: the link may be about that one.
      const known = session.state().kind === 'opening' ? [] : connections.list();
      return linkPlace(
        name,
        open,
        known.map((one) => ({ ...one, projectId: connections.find(one.id)?.projectId ?? null })),
      );
    },
    onChange(state) {
      if (lock.isLocked()) lock.tell();
      tell('linkChanged', state);
    },
  });

  const lock = await createLock({
    passPhrase: createPassPhrase(join(profile, 'pass-phrase.json')),
    touchId: parts.touchId,
    minutes: () => settings.values().lockMinutes,
    linkWaits: () => links.state().kind === 'waiting',
    onChange(state) {
      logLock(state.kind);
      // Whoever unlocks is there, also where no input came to the window, as with Touch ID.
      if (state.kind === 'unlocked') idle.touch();
      // The page asks anew when it is there again.
      else projects.cancel();
      parts.send('lockChanged', state);
      showConnections();
      links.look();
    },
  });

  /** While the window is locked, the page hears of the lock alone. */
  const tell: Send = (event, payload) => !lock.isLocked() && parts.send(event, payload);

  /** While the window is locked, the menu names no connection either. */
  function shownConnections(): readonly KnownConnection[] {
    return lock.isLocked() ? [] : connections.list();
  }
  function showConnections(): void {
    parts.onConnections(shownConnections());
  }
  /** What the window has gone on from is not walked any further. */
  const stopOldWalk = onlyChanges<string | null>(() => keys.cancel('loadKeys'));

  /** A key that is shown, or a change that is under way, would be lost unseen. */
  function whyNotLeave(): AppError | null {
    if (secret.pending()) return { kind: 'secret-pending' };
    return keys.isChanging() ? { kind: 'change-under-way' } : null;
  }

  const notices = createNotices((list) => tell('noticesChanged', list));
  if (policy.kind === 'broken') notices.raise({ kind: 'policy-broken', problem: policy.problem });
  if (settings.damage) notices.raise({ kind: 'settings-damaged', ...settings.damage });

  const requests = createRecentRequests({ onEnded: (request) => log({ event: 'request', request }) });
  const clients = createClientFactory({
    network: parts.network,
    requests,
    mayAsk: (base) => mayAsk(policy.rules, base),
    demoFolder: join(profile, 'demo'),
  });
  /** Of the connection that is signed in. */
  function fingerprint(): string | null {
    const state = session.state();
    return state.kind === 'signed-in' ? connectionFingerprint(state.connection) : null;
  }
  const kept = createKept({
    profile,
    cipher,
    policy,
    notices,
    tell,
    connection: fingerprint,
    onConnections: showConnections,
  });
  const { connections, list, histories, attempts, facts, activity, places } = kept;
  const session = createSession({
    connections,
    lists: list,
    clientFor: clients.clientFor,
    openDemoProject: clients.openDemoProject,
    mayReachServer: parts.mayReachServer,
    whyNotLeave,
    onChange(state) {
      logSession(state.kind);
      stopOldWalk(state.kind === 'signed-in' ? state.connection.id : null);
      // Whoever may not see the keys any more may not see what became of them either.
      if (state.kind === 'not-administrator')
        void histories.forget(connectionFingerprint(state.connection)).catch(() => undefined);
      tell('sessionChanged', state);
      links.look();
    },
  });
  const secret = createOneTimeSecret((pending) => {
    parts.onSecret(pending !== null);
    links.look();
    if (!pending) return attempts.stored();
    // Its form is over, also for a page that is away now.
    places.close();
    tell('secretArrived', pending);
  });
  const keys = createKeyService({
    session,
    secret,
    list,
    onCopy: (copy) => tell('copyLoaded', copy),
    attempts,
    facts,
    activity,
    onLoaded: (page) => tell('keysLoaded', page),
    onEnded: (end) => tell('keysEnded', end),
    onDeletion(deletion) {
      tell('deletionChanged', deletion);
      news.deletion(deletion);
    },
    onDeletionStep: (step) => tell('deletionStep', step),
  });
  /** Of the list as it was last read whole, and what is known here. */
  async function keysDue(): Promise<readonly string[]> {
    const connection = session.connection();
    const rows = (connection && list.current(connection.id)?.rows) ?? [];
    const known = rows.filter((row) => row.kind === 'key');
    return dueKeys(known, (await facts.state()).facts, Date.now());
  }
  const news = createAwayNews({
    isAway: parts.isAway,
    isWanted: () => settings.values().notifications,
    isLocked: lock.isLocked,
    dueKeys: keysDue,
    show: parts.notify,
  });
  const isOpen = (connectionId: string): boolean => session.connection()?.id === connectionId;
  const projects = createAllProjects({
    connections,
    lists: list,
    clientFor: clients.clientFor,
    factsOf: facts.known,
    onNews: (news) => tell('projectNews', news),
    onDeadToken(id) {
      if (isOpen(id)) session.learn('list', { kind: 'unauthorized' });
      else connections.refuse(id);
    },
    onNotAllowed(record) {
      if (isOpen(record.id)) return session.learn('list', { kind: 'forbidden' });
      session.forget(record.id);
      void list.forget(record.id).catch(() => undefined);
      void histories.forget(recordFingerprint(record)).catch(() => undefined);
    },
    isChanging: (id) => isOpen(id) && keys.isChanging(),
  });
  const clipboard = createClipboardKeeper({
    clipboard: parts.clipboard,
    clearAfter: () => settings.values().clipboardSeconds,
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
    minutes: () => settings.values().lockMinutes,
    onIdle: () => void lock.lock(),
  });

  const departure = createDeparture({
    session,
    connections,
    belongings: kept.belongings,
    forgetAll: kept.forgetAll,
    forgetDemo: kept.forgetDemo,
    giveUp: () => keys.cancelAll(),
    letGoOfSecret: () => secret.forget(),
  });

  /** Opens what was open last. Copies that belong to no connection any more go: nobody else would delete them. */
  async function openLast(): Promise<void> {
    await kept.removeLeftovers();
    await connections.ready();
    const isKnown = (id: string) => connections.signedIn().includes(id);
    if (connections.isWhole()) void list.keepOnly(isKnown);
    await session.openLast();
  }

  // Only now is there all that a lock stops.
  if (lock.state().means.passPhrase) lock.lock();

  return {
    handlers: createHandlers({
      session,
      connections,
      departure,
      keys,
      projects,
      secret,
      attempts,
      facts,
      activity,
      histories,
      leaveGuard,
      clipboard,
      lock,
      proxyLogins,
      settings,
      eraseAll: createErase({
        profile,
        kept,
        departure,
        settings,
        lock,
        links,
        notices,
        clipboard,
        proxyLogins,
        network: parts.network,
        whyNot: whyNotLeave,
        onErased: parts.onErased,
      }),
      hasUpdates: parts.hasUpdates,
      onSettings: parts.onSettings,
      policy,
      ...createFiles({ session, kept, saveFile, openFile }),
      errorDetails: createErrorDetails({ versions: parts.versions, find: requests.find }),
      places,
      notices,
      links,
      versions: parts.versions,
    }),
    session,
    openLast,
    shownConnections,
    lock,
    leaveGuard,
    clipboard,
    unwritten: kept.unwritten,
    idle,
    list,
    notices,
    links,
    news,
    tell,
    /** Whether this is no moment to restart: a key is shown, a call is under way, or nobody may be asked. */
    isBusy: () => lock.isLocked() || secret.pending() !== null || keys.isChanging() || requests.areUnderWay(),
  };
}
