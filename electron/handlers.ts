import { fail, ok, type Result } from '../shared/app-error.ts';
import type { Policy } from '../shared/policy.ts';
import { withoutPreset, withPreset } from '../shared/presets.ts';
import type { SessionState } from '../shared/session-state.ts';
import type { SettingsState, SettingValues } from '../shared/settings.ts';
import type { Versions } from '../shared/versions.ts';
import type { ActivityLog } from './activity/activity-log.ts';
import type { ExportActivity } from './activity/export-activity.ts';
import type { FactsExchange } from './facts/facts-exchange.ts';
import type { LocalFactsKeeper } from './facts/local-facts.ts';
import type { KeyHistories } from './history/key-histories.ts';
import type { Handlers } from './ipc.ts';
import type { Attempts } from './keys/attempts.ts';
import type { ClipboardKeeper } from './keys/clipboard-keeper.ts';
import type { createExportList } from './keys/export-list.ts';
import type { KeyService } from './keys/key-service.ts';
import type { OneTimeSecret } from './keys/one-time-secret.ts';
import { secretAs } from './keys/secret-form.ts';
import { tryKey } from './keys/try-key.ts';
import type { Links } from './links/links.ts';
import type { AllProjects } from './projects/all-projects.ts';
import { DEMO_ADDRESS } from './session/clients.ts';
import { recordFingerprint } from './session/connection-records.ts';
import type { Connections } from './session/connections.ts';
import type { Departure } from './session/departure.ts';
import type { Lock } from './session/lock.ts';
import type { Notices } from './session/notices.ts';
import type { PlaceKeeper } from './session/place-keeper.ts';
import type { ProxyLogins } from './session/proxy-logins.ts';
import type { Session } from './session/session.ts';
import type { Settings } from './settings/settings-keeper.ts';
import type { ErrorDetails } from './shell/error-details.ts';
import type { LeaveGuard } from './shell/leave-guard.ts';

export type HandlerParts = {
  readonly session: Session;
  readonly connections: Connections;
  readonly departure: Departure;
  readonly keys: KeyService;
  readonly projects: AllProjects;
  readonly secret: OneTimeSecret;
  readonly attempts: Attempts;
  readonly facts: LocalFactsKeeper;
  readonly activity: ActivityLog;
  readonly exportActivity: ExportActivity;
  readonly histories: KeyHistories;
  readonly factsExchange: FactsExchange;
  readonly leaveGuard: LeaveGuard;
  readonly clipboard: ClipboardKeeper;
  readonly lock: Lock;
  readonly proxyLogins: ProxyLogins;
  readonly settings: Settings;
  readonly eraseAll: () => Promise<Result<void>>;
  /** Whether this program looks for updates at all. */
  readonly hasUpdates: () => boolean;
  /** What holds from now on. */
  readonly onSettings: (values: SettingValues) => void;
  readonly policy: Policy;
  readonly exportList: ReturnType<typeof createExportList>;
  readonly errorDetails: ErrorDetails;
  readonly places: PlaceKeeper;
  readonly notices: Notices;
  readonly links: Links;
  readonly versions: Versions;
};

/** The system may refuse its clipboard: that is told, and what was to be copied stays where it is. */
async function copied(work: Promise<void>): Promise<Result<void>> {
  return work.then(
    () => ok(undefined),
    () => fail({ kind: 'clipboard' }),
  );
}

/** The disk may refuse to write or to delete. */
async function saved(work: Promise<void>): Promise<Result<void>> {
  return work.then(ok, () => fail({ kind: 'not-saved' }));
}

/** What each channel does. A channel of the contract that is missing here does not compile. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { session, keys, secret, attempts, leaveGuard, clipboard, lock, proxyLogins, settings } = parts;
  const { projects, activity, exportActivity, histories, connections, departure } = parts;
  const { exportList, errorDetails, places, notices, links, facts, factsExchange, policy, versions } = parts;

  /** The page asks for a connection that it has left. */
  const isLeft = (connectionId: string | undefined): boolean =>
    connectionId !== undefined && session.connection()?.id !== connectionId;

  /** Of a connection of the list, or null; of the one that is open where none is named. */
  function fingerprintOf(connectionId: string | undefined): string | null | undefined {
    if (connectionId === undefined) return undefined;
    const record = connections.find(connectionId);
    return record ? recordFingerprint(record) : null;
  }

  /** The pass phrase guards what is signed in; with the last of it, it goes too. */
  async function departed(gone: Promise<Result<SessionState>>): Promise<Result<SessionState>> {
    const left = await gone;
    await connections.ready();
    const isGuarded = connections.list().some(({ standing }) => standing !== 'signed-out');
    if (left.ok && !isGuarded && session.state().kind === 'signed-out') await lock.reset();
    return left;
  }

  const told = (values: SettingValues): SettingsState => ({ values, hasUpdates: parts.hasUpdates() });
  function changedTo(values: SettingValues): SettingsState {
    lock.tell();
    parts.onSettings(values);
    return told(values);
  }

  return {
    getSession: () => session.state(),
    connect: (input) => session.connect(input),
    chooseProject: ({ projectId }) => session.chooseProject(projectId),
    signInAgain: (input) => session.signInAgain(input),
    getConnections: () => connections.list(),
    openConnection: ({ connectionId }) => session.openConnection(connectionId),
    changeConnection: ({ connectionId, settings: chosen }) =>
      saved(connections.set(connectionId, chosen).then(() => session.showAs(connectionId))),
    retryConnection: () => session.retry(),
    openDemo: async () =>
      policy.rules.demo ? session.openDemo() : fail({ kind: 'ruled-out', what: 'demo' }),
    async resetDemo() {
      const reset = await session.resetDemo();
      if (reset.ok) {
        attempts.forgetDemo();
        facts.forgetDemo();
      }
      return reset;
    },
    signOut() {
      if (lock.isLocked()) return departed(departure.signOutOfAll());
      return session.connection()?.kind === 'demo' ? departure.signOut() : departed(departure.signOut());
    },
    signOutOfConnection: ({ connectionId }) => departed(departure.signOutOf(connectionId)),
    removeConnection: ({ connectionId }) => departed(departure.remove(connectionId)),
    async checkKeyring() {
      const checked = await session.checkKeyring();
      // Told when it is there: a keyring that asks its person again must not hold up the answer.
      void attempts.readAgain();
      void facts.keepAgain();
      return checked;
    },
    setProxyLogin: (login) => proxyLogins.set(login),

    loadKeys: (input) => keys.load(input),
    loadProjects: ({ loadId }) => projects.load(loadId),
    createKey: ({ connectionId, ...newKey }) =>
      isLeft(connectionId) ? fail({ kind: 'no-session' }) : keys.create(newKey),
    deleteKey: ({ connectionId, id }) =>
      isLeft(connectionId) ? fail({ kind: 'no-session' }) : keys.remove(id),
    deleteKeys({ connectionId, ids }) {
      if (!isLeft(connectionId)) keys.several.begin(ids);
      return keys.several.current();
    },
    getDeletion: () => keys.several.current(),
    resumeDeletion: ({ which }) => keys.several.goOn(which),
    dismissDeletion: () => keys.several.dismiss(),
    cancel({ call }) {
      if (call === 'connect') session.cancelConnect();
      else if (call === 'loadProjects') projects.cancel();
      else if (call === 'deleteKeys') keys.several.stop();
      else keys.cancel(call);
    },
    exportKeys: (input) => exportList(input),
    getActivity: () => activity.activity(session.connection()),
    exportActivity: ({ format }) => exportActivity(format),
    getChanges: () => histories.changes(session.connection()),
    getAttempts: () => attempts.list(),
    dismissAttempt: ({ id }) => attempts.dismiss(id),
    copyKeyId: ({ id }) => copied(clipboard.copyText(id)),

    async getLocalFacts() {
      await facts.takeUp(await attempts.list());
      return facts.state();
    },
    setKeyNotes: ({ keyId, notes }) => facts.setNotes(keyId, notes),
    setDismissal: ({ keyId, rule, note, connectionId }) =>
      facts.setDismissal(keyId, rule, note, fingerprintOf(connectionId)),
    endRotation: ({ oldId }) => facts.endRotation(oldId),
    async keyIsStored({ keyId }) {
      const stored = await facts.stored(keyId);
      if (stored.ok) attempts.clearAbout(keyId);
      return stored;
    },
    getOwnLastFour: () => session.ownLastFour(),
    signInWithNewKey: async () => {
      const value = secret.reveal();
      return value === null ? fail({ kind: 'no-secret' }) : session.changeToken(value);
    },
    exportFacts: () => factsExchange.exportFacts(),
    importFacts: () => factsExchange.importFacts(),
    exportFactsOf: ({ connectionId }) => factsExchange.exportFactsOf(connectionId),

    keepPlace({ connectionId, ...place }) {
      const connection = session.connection();
      if (connection && !isLeft(connectionId)) places.keep(connection.id, place);
    },
    getPlace: () => places.placeOf(session.connection()?.id ?? ''),
    getPendingSecret: () => secret.pending(),
    revealSecret: () => {
      const value = secret.reveal();
      return value === null ? fail({ kind: 'no-secret' }) : ok(value);
    },
    copySecret: async () => {
      const value = secret.reveal();
      return value === null ? fail({ kind: 'no-secret' }) : copied(clipboard.copyKey(value));
    },
    copySecretAs: async ({ form }) => {
      const value = secret.reveal();
      const name = secret.pending()?.name ?? '';
      const address = session.connection()?.address ?? DEMO_ADDRESS;
      return value === null
        ? fail({ kind: 'no-secret' })
        : copied(clipboard.copyKey(secretAs(form, { secret: value, name, address })));
    },
    tryKey: async () => {
      const value = secret.reveal();
      return value === null ? fail({ kind: 'no-secret' }) : ok(await tryKey(value, session.clientWith));
    },
    async discardSecret() {
      const pending = secret.pending();
      secret.forget();
      // Nobody waits for a keyring to close a dialog.
      if (pending) void facts.stored(pending.keyId);
      await attempts.unwritten();
    },

    leaveAnyway: () => leaveGuard.leaveAnyway(),

    getClipboard: () => clipboard.state(),
    clearClipboard: () => clipboard.clear(),

    copyErrorDetails: ({ kind, request }) => copied(clipboard.copyText(errorDetails(kind, request))),

    getVersions: () => versions,
    getNotices: () => notices.list(),
    dismissNotice: ({ kind }) => notices.dismiss(kind),

    getLink: () => links.state(),
    closeLink: () => links.close(),

    getLock: () => lock.state(),
    lockNow: () => void lock.lock(),
    unlock: ({ passPhrase }) => lock.unlockByPassPhrase(passPhrase),
    unlockByTouchId: () => lock.unlockByTouchId(),
    setPassPhrase: ({ current, passPhrase }) =>
      lock.setPassPhrase(current, passPhrase).then(ok, () => fail({ kind: 'not-saved' })),

    getSettings: () => told(settings.values()),
    changeSettings: (changed) => changedTo(settings.change(changed)),
    resetSettings: () => changedTo(settings.reset()),
    eraseAll: () => parts.eraseAll(),

    getPolicy: () => policy,

    getPresets: () => settings.presets(),
    savePreset: (preset) => settings.setPresets(withPreset(settings.presets(), preset)),
    deletePreset: ({ presetName }) => settings.setPresets(withoutPreset(settings.presets(), presetName)),
  };
}
