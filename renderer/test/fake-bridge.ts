import type { KeyRow, PendingSecret } from '../../shared/api-key.ts';
import { ok } from '../../shared/app-error.ts';
import type { CreateAttempt } from '../../shared/attempt.ts';
import { USUAL_LOOK } from '../../shared/connections.ts';
import type { Bridge, Channel, EventName, Events } from '../../shared/contract.ts';
import type { LockState } from '../../shared/lock-state.ts';
import { NO_POLICY } from '../../shared/policy.ts';
import { rowsText } from '../../shared/rows-text.ts';
import type { Connection, SessionState } from '../../shared/session-state.ts';
import { DEFAULT_VALUES, type SettingChange, type SettingsState } from '../../shared/settings.ts';
import type { Versions } from '../../shared/versions.ts';
import { NO_ATTEMPTS } from '../attempts/use-open-attempts.ts';
import { CLEAN } from '../clipboard/use-clipboard.ts';
import { NO_CONNECTIONS } from '../connections/use-connections.ts';
import { NO_LINK } from '../links/use-link.ts';
import { UNKNOWN_FACTS } from '../local-facts/use-local-facts.ts';
import { NO_NOTICES } from '../notices/use-notices.ts';

/** A bridge for tests: answers at once, remembers what was called, and sends events when told to. */
export type FakeBridge = Bridge & {
  /** Sends an event as main would. */
  readonly emit: <E extends EventName>(event: E, payload: Events[E]) => void;
  /** The inputs of every call of a channel, oldest first. */
  readonly callsOf: (channel: Channel) => readonly unknown[];
};

export const DEMO_CONNECTION: Connection = {
  id: 'demo',
  name: 'Demo project',
  look: USUAL_LOOK,
  address: null,
  kind: 'demo',
  project: { id: '5f0c1f3e-1111-4a4a-8c8c-000000000001', name: 'Demo project' },
  user: { id: '7a1d2c3b-2222-4b4b-9d9d-000000000002', name: 'Ada Admin', email: 'ada@example.com' },
  standing: 'confirmed',
  refused: { create: false, delete: false },
  tokenStorage: { kind: 'demo' },
};

export const VERSIONS: Versions = {
  keydesk: '1.2.3',
  electron: '45.4.1',
  chromium: '150.0.1.2',
  platform: 'linux',
  arch: 'x64',
};

export const SIGNED_IN: SessionState = { kind: 'signed-in', connection: DEMO_CONNECTION };

export const SIGNED_OUT: SessionState = { kind: 'signed-out', address: null, notice: null };

export const UNLOCKED: LockState = {
  kind: 'unlocked',
  means: { passPhrase: false, touchId: false },
  minutes: null,
  linkWaits: false,
};

export const CAN_LOCK: LockState = {
  kind: 'unlocked',
  means: { passPhrase: true, touchId: false },
  minutes: 15,
  linkWaits: false,
};

export const LOCKED: LockState = { ...CAN_LOCK, kind: 'locked' };

export const PENDING: PendingSecret = {
  keyId: '3b241101-e2bb-4255-8caf-4136c566a962',
  name: 'CRM_Query',
  lastFour: 'a1b2',
};

/** A create without a clear answer, of a key "CRM". */
export const UNCERTAIN_CREATE: CreateAttempt = {
  id: '6f2c1f0e-6a51-4b46-8d0c-0d8a3c1a8a11',
  kind: 'create',
  at: 1_700_000_000_000,
  stage: 'uncertain',
  kept: 'whole',
  details: {
    name: 'CRM',
    access: { kind: 'restricted', permissions: ['calls.view'] },
    before: [],
    beforeIsWhole: true,
    keyId: null,
  },
};

/** The settings as they are at first, but for these. */
export function settingsState(changed: SettingChange): SettingsState {
  return { values: { ...DEFAULT_VALUES, ...changed }, hasUpdates: false };
}

const DEFAULTS: Omit<Bridge, 'on' | 'loadKeys'> = {
  getSession: async () => SIGNED_IN,
  connect: async () => ok(SIGNED_IN),
  chooseProject: async () => ok(SIGNED_IN),
  signInAgain: async () => ok(SIGNED_IN),
  getConnections: async () => NO_CONNECTIONS,
  openConnection: async () => ok(SIGNED_IN),
  changeConnection: async () => ok(undefined),
  signOutOfConnection: async () => ok(SIGNED_IN),
  removeConnection: async () => ok(SIGNED_IN),
  retryConnection: async () => ok(SIGNED_IN),
  openDemo: async () => ok(SIGNED_IN),
  resetDemo: async () => ok(SIGNED_IN),
  signOut: async () => ok(SIGNED_OUT),
  loadProjects: async () => {},
  createKey: async () => ok(PENDING),
  deleteKey: async () => ok({ alreadyGone: false }),
  deleteKeys: async () => null,
  getDeletion: async () => null,
  resumeDeletion: async () => {},
  dismissDeletion: async () => {},
  cancel: async () => {},
  exportKeys: async () => ok({ saved: true }),
  getActivity: async () => ({ entries: [], kept: { kind: 'unknown' } }),
  exportActivity: async () => ok({ saved: true }),
  getChanges: async () => ({ beganAt: null, lastVisit: null, changes: [], kept: { kind: 'unknown' } }),
  getAttempts: async () => NO_ATTEMPTS,
  dismissAttempt: async () => {},
  copyKeyId: async () => ok(undefined),
  getLocalFacts: async () => UNKNOWN_FACTS,
  setKeyNotes: async () => ok(UNKNOWN_FACTS),
  setDismissal: async () => ok(UNKNOWN_FACTS),
  endRotation: async () => ok(UNKNOWN_FACTS),
  keyIsStored: async () => ok(UNKNOWN_FACTS),
  getOwnLastFour: async () => null,
  signInWithNewKey: async () => ok(SIGNED_IN),
  exportFacts: async () => ok({ saved: true }),
  importFacts: async () => ok({ kind: 'cancelled' }),
  exportFactsOf: async () => ok({ saved: true }),
  keepPlace: async () => {},
  getPlace: async () => null,
  getPendingSecret: async () => null,
  revealSecret: async () => ok('sk_test_the_whole_key_a1b2'),
  copySecret: async () => ok(undefined),
  copySecretAs: async () => ok(undefined),
  tryKey: async () => ok('accepted'),
  discardSecret: async () => {},
  leaveAnyway: async () => {},
  checkKeyring: async () => ok(SIGNED_IN),
  setProxyLogin: async () => {},
  getClipboard: async () => CLEAN,
  clearClipboard: async () => {},
  copyErrorDetails: async () => ok(undefined),
  getVersions: async () => VERSIONS,
  getNotices: async () => NO_NOTICES,
  dismissNotice: async () => {},
  getLink: async () => NO_LINK,
  closeLink: async () => {},
  getLock: async () => UNLOCKED,
  lockNow: async () => {},
  unlock: async () => ({ kind: 'unlocked' }),
  unlockByTouchId: async () => ({ kind: 'unlocked' }),
  setPassPhrase: async () => ok({ kind: 'unlocked' }),
  getSettings: async () => settingsState({}),
  changeSettings: async (changed) => settingsState(changed),
  resetSettings: async () => settingsState({}),
  eraseAll: async () => ok(undefined),
  getPolicy: async () => NO_POLICY,
  getPresets: async () => [],
  savePreset: async (preset) => [preset],
  deletePreset: async () => [],
};

type Listeners = { [E in EventName]: Set<(payload: Events[E]) => void> };

/**
 * @param overrides the calls that shall answer otherwise than by default (success, signed in).
 * @param rows the keys that a walk through the list tells.
 */
export function createFakeBridge(
  overrides: Partial<Omit<Bridge, 'on'>> = {},
  rows: readonly KeyRow[] = [],
): FakeBridge {
  const calls: { channel: string; input: unknown }[] = [];
  const listeners: Listeners = {
    sessionChanged: new Set(),
    connectionsChanged: new Set(),
    secretArrived: new Set(),
    copyLoaded: new Set(),
    attemptsChanged: new Set(),
    deletionChanged: new Set(),
    deletionStep: new Set(),
    activityChanged: new Set(),
    localFactsChanged: new Set(),
    keysLoaded: new Set(),
    keysEnded: new Set(),
    projectNews: new Set(),
    menuCommand: new Set(),
    leaveRequested: new Set(),
    clipboardChanged: new Set(),
    lockChanged: new Set(),
    noticesChanged: new Set(),
    linkChanged: new Set(),
  };
  const emit: FakeBridge['emit'] = (event, payload) => {
    for (const listener of listeners[event]) listener(payload);
  };
  const loadKeys: Bridge['loadKeys'] = async ({ loadId }) => {
    if (rows.length > 0) emit('keysLoaded', { loadId, rows: rowsText(rows), estimatedTotal: rows.length });
    emit('keysEnded', { loadId, result: ok({ kind: 'complete' }) });
  };
  const remembering = (channel: string, answer: (input: never) => unknown) => (input: never) => {
    calls.push({ channel, input });
    return answer(input);
  };
  const entries = Object.entries({ ...DEFAULTS, loadKeys, ...overrides });
  const answers = Object.fromEntries(
    entries.map(([channel, answer]) => [channel, remembering(channel, answer)]),
  ) as unknown as Omit<Bridge, 'on'>;
  return {
    ...answers,
    on: (event, listener) => {
      listeners[event].add(listener);
      return () => listeners[event].delete(listener);
    },
    emit,
    callsOf: (channel) => calls.filter((call) => call.channel === channel).map((call) => call.input),
  };
}
