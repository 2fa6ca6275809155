import type { Activity } from './activity.ts';
import type { ProjectNews } from './all-projects.ts';
import type { NewKey, PendingSecret } from './api-key.ts';
import type { AppErrorKind, Result } from './app-error.ts';
import type { Attempt } from './attempt.ts';
import type { MenuCommand } from './commands.ts';
import type { ConnectionSettings, KnownConnection } from './connections.ts';
import type { Deletion, DeletionStep, LeftKeys } from './deletion.ts';
import type { FactsImport } from './facts-import.ts';
import type { ExportFormat, KeyExport } from './key-export.ts';
import type { Changes } from './key-history.ts';
import type { LinkState } from './link.ts';
import type { KeyNotes, LocalFactsState } from './local-facts.ts';
import type { LockState, UnlockOutcome } from './lock-state.ts';
import type { Notice, NoticeKind } from './notice.ts';
import type { Place } from './place.ts';
import type { Policy } from './policy.ts';
import type { Preset } from './presets.ts';
import type { RowsText } from './rows-text.ts';
import type { KeyTrial, SecretForm } from './secret-use.ts';
import type { ClipboardState } from './security-state.ts';
import type { SessionState } from './session-state.ts';
import type { SettingChange, SettingsState } from './settings.ts';
import type { Versions } from './versions.ts';

/** One call from the page to main: its input and its answer. */
type Call<Input, Answer> = { readonly input: Input; readonly answer: Answer };

/**
 * Which connection a call is about. Where it is not the one that is open (any more), main does nothing: no key of one
 * project is made, deleted or shown under the name of another.
 */
type About = { readonly connectionId?: string };

/**
 * Every channel between the page and main. Schema, handler and preload derive from it: a call that is missing
 * in one of them does not compile. Only `connect` takes an address and a token, and none answers a token.
 */
export type Contract = {
  /** The session as it is now; while a saved connection is being opened, `opening`. */
  getSession: Call<void, SessionState>;
  connect: Call<{ readonly address: string; readonly token: string }, Result<SessionState>>;
  chooseProject: Call<{ readonly projectId: string }, Result<SessionState>>;
  /** Another token for a connection of the list: main knows its address. */
  signInAgain: Call<{ readonly connectionId: string; readonly token: string }, Result<SessionState>>;
  /** The list of connections, in the order of their numbers. */
  getConnections: Call<void, readonly KnownConnection[]>;
  /** Opens a connection of the list in the place of the one that is open. */
  openConnection: Call<{ readonly connectionId: string }, Result<SessionState>>;
  changeConnection: Call<
    { readonly connectionId: string; readonly settings: ConnectionSettings },
    Result<void>
  >;
  /** Token and offline copy go, the connection stays in the list. */
  signOutOfConnection: Call<{ readonly connectionId: string }, Result<SessionState>>;
  /** Everything of the connection goes. */
  removeConnection: Call<{ readonly connectionId: string }, Result<SessionState>>;
  /** Tries once more to open what could not be opened. */
  retryConnection: Call<void, Result<SessionState>>;
  openDemo: Call<void, Result<SessionState>>;
  resetDemo: Call<void, Result<SessionState>>;
  /** Signs out of what is open; from a locked window, of every connection. */
  signOut: Call<void, Result<SessionState>>;
  /** Tries once more to have the keyring keep a token that is in memory only. */
  checkKeyring: Call<void, Result<SessionState>>;
  /** The login that the proxy asks for; main holds it in memory until it closes. Calls are then repeated by the page. */
  setProxyLogin: Call<{ readonly username: string; readonly password: string }, void>;

  /**
   * Walks the whole list. Its rows come as `keysLoaded` events and its end as `keysEnded`, all with the same
   * `loadId`: events keep their order among themselves, answers and events do not. A new walk ends the one before.
   * `wantsCopy`: the page shows nothing yet; the last whole list comes first, as `copyLoaded` events.
   */
  loadKeys: Call<{ readonly loadId: number; readonly wantsCopy: boolean } & About, void>;
  /**
   * The lists of all connections, as `projectNews` with this `loadId`: first as they are kept, then fresh from each
   * server. A new asking ends the one before; resolves when all have been asked.
   */
  loadProjects: Call<{ readonly loadId: number }, void>;
  createKey: Call<NewKey & About, Result<PendingSecret>>;
  deleteKey: Call<{ readonly id: string } & About, Result<{ readonly alreadyGone: boolean }>>;
  /**
   * Deletes several keys one after another, by the same call as a single one. Main holds what becomes of each until it
   * is dismissed, and tells of it by `deletionChanged` and `deletionStep`; answers the deletion that runs now.
   * `count`: the number that the person has typed; where there are not so many ids, the call is refused.
   */
  deleteKeys: Call<{ readonly ids: readonly string[]; readonly count: number } & About, Deletion | null>;
  getDeletion: Call<void, Deletion | null>;
  /** Tries what is left of a deletion that has ended. */
  resumeDeletion: Call<{ readonly which: LeftKeys }, void>;
  dismissDeletion: Call<void, void>;
  /**
   * Gives up the call that is under way; its promise then answers `cancelled` or `outcome-unknown`. Of `deleteKeys` the
   * key that is under way still comes to its end, and no further one is begun.
   */
  cancel: Call<
    { readonly call: 'connect' | 'loadKeys' | 'loadProjects' | 'createKey' | 'deleteKey' | 'deleteKeys' },
    void
  >;
  /**
   * Saves keys as a file: the last whole list, or those rows of it that have these ids. Main writes what it knows of
   * them; the person says where in the system's own dialog.
   */
  exportKeys: Call<KeyExport, Result<{ readonly saved: boolean }>>;
  /** What was done from this computer by the connection that is signed in. */
  getActivity: Call<void, Activity>;
  exportActivity: Call<{ readonly format: ExportFormat }, Result<{ readonly saved: boolean }>>;
  /** How the list of this connection changed, as far as this computer has seen it. */
  getChanges: Call<void, Changes>;
  /** Creates and deletes of this connection of which nobody knows whether they were carried out. */
  getAttempts: Call<void, readonly Attempt[]>;
  /** The person has been told of it: main forgets it. */
  dismissAttempt: Call<{ readonly id: string }, void>;
  copyKeyId: Call<{ readonly id: string }, Result<void>>;

  /** What this computer knows of the keys beyond the key API; it is never sent anywhere. */
  getLocalFacts: Call<void, LocalFactsState>;
  /** Each change is told by `localFactsChanged`, also to whoever made it. */
  setKeyNotes: Call<{ readonly keyId: string; readonly notes: KeyNotes }, Result<LocalFactsState>>;
  /**
   * "Not for this key", for a rule of the review; a note that is null takes it back. With `connectionId` it is noted of
   * a key of that connection of the list, whichever is open.
   */
  setDismissal: Call<
    {
      readonly keyId: string;
      readonly rule: string;
      readonly note: string | null;
      readonly connectionId?: string;
    },
    Result<LocalFactsState>
  >;
  /** The person does not go on with replacing this key, or it is over. */
  endRotation: Call<{ readonly oldId: string }, Result<LocalFactsState>>;
  /** The secret of this key is stored, although nobody said so while it was shown. */
  keyIsStored: Call<{ readonly keyId: string }, Result<LocalFactsState>>;
  /** The last four of the token where it is itself an API key; else null. A list tells as much of every key. */
  getOwnLastFour: Call<void, string | null>;
  /** Signs in with the key that waits to be stored; main hands it over itself. */
  signInWithNewKey: Call<void, Result<SessionState>>;
  /** Saves the facts of this connection as a file, or takes over those of one; where, the person says to main. */
  exportFacts: Call<void, Result<{ readonly saved: boolean }>>;
  importFacts: Call<void, Result<FactsImport>>;
  /** The same of any connection of the list, before it is removed. */
  exportFactsOf: Call<{ readonly connectionId: string }, Result<{ readonly saved: boolean }>>;

  /** Where the person is in the list, for a page that crashes or is locked; main keeps it in memory alone. */
  keepPlace: Call<Place & About, void>;
  /** Where the person was; null where nothing was kept of this connection. */
  getPlace: Call<void, Place | null>;

  /** The key that waits to be stored, if there is one: after a reload the page shows its dialog again. */
  getPendingSecret: Call<void, PendingSecret | null>;
  /** The whole key. Asked for only when the person says "Show key". */
  revealSecret: Call<void, Result<string>>;
  copySecret: Call<void, Result<void>>;
  /** Copies it in one of the forms that main knows, under the same rules. */
  copySecretAs: Call<{ readonly form: SecretForm }, Result<void>>;
  /** One harmless call with the new key: whether the server accepts it. */
  tryKey: Call<void, Result<KeyTrial>>;
  /** "I have stored this key": main forgets it. */
  discardSecret: Call<void, void>;

  /** The answer to `leaveRequested`: close or quit although a key has not been stored. */
  leaveAnyway: Call<void, void>;

  getClipboard: Call<void, ClipboardState>;
  /** Takes a copied key off the clipboard now. */
  clearClipboard: Call<void, void>;

  /**
   * Copies what support wants to know of a failure: kinds, numbers and versions, nothing of what it was about. Main
   * remembers the last requests itself.
   */
  copyErrorDetails: Call<{ readonly kind: AppErrorKind; readonly request: number | null }, Result<void>>;

  /** What runs here. */
  getVersions: Call<void, Versions>;
  /** What the person must know about this computer's storage and has not dismissed. */
  getNotices: Call<void, readonly Notice[]>;
  dismissNotice: Call<{ readonly kind: NoticeKind }, void>;

  /** The last `keydesk:` link that was opened: what it asks for, or why it has to wait. */
  getLink: Call<void, LinkState>;
  /** The page has taken the link up, or the person has read what became of it. */
  closeLink: Call<void, void>;

  /** While the window is locked, main refuses every call but `getLock`, the two unlocking ones and `signOut`. */
  getLock: Call<void, LockState>;
  lockNow: Call<void, void>;
  unlock: Call<{ readonly passPhrase: string }, UnlockOutcome>;
  unlockByTouchId: Call<void, UnlockOutcome>;
  /** Sets a pass phrase, or another one; `current` is asked for where one is set. */
  setPassPhrase: Call<
    { readonly current: string | null; readonly passPhrase: string },
    Result<UnlockOutcome>
  >;

  getSettings: Call<void, SettingsState>;
  /** Changes some settings; answers what holds from now on. Where the language changes, the page is loaded anew. */
  changeSettings: Call<SettingChange, SettingsState>;
  /** Every setting as it is at first. */
  resetSettings: Call<void, SettingsState>;
  /** Everything that is kept on this computer goes; then the page is loaded anew, as at the first start. */
  eraseAll: Call<void, Result<void>>;

  /** What an administrator of this computer has ruled; it stays the same as long as the program runs. */
  getPolicy: Call<void, Policy>;

  /** One's own presets of the permission editor; each call answers all of them. */
  getPresets: Call<void, readonly Preset[]>;
  savePreset: Call<Preset, readonly Preset[]>;
  deletePreset: Call<{ readonly presetName: string }, readonly Preset[]>;
};

export type Channel = keyof Contract;
export type Input<C extends Channel> = Contract[C]['input'];
export type Answer<C extends Channel> = Contract[C]['answer'];

/** What main tells the page without being asked. */
export type Events = {
  sessionChanged: SessionState;
  connectionsChanged: readonly KnownConnection[];
  copyLoaded: CopyLoaded;
  keysLoaded: KeysLoaded;
  keysEnded: KeysEnded;
  projectNews: ProjectNews;
  /** A new key waits to be stored; also where the page that asked for it was locked or reloaded meanwhile. */
  secretArrived: PendingSecret;
  attemptsChanged: readonly Attempt[];
  deletionChanged: Deletion | null;
  deletionStep: DeletionStep;
  /** Something was done: there is one entry more. */
  activityChanged: null;
  localFactsChanged: LocalFactsState;
  /** A command of the native menu. */
  menuCommand: MenuCommand;
  /** The window is about to close (or the program to quit) while a key has not been stored. */
  leaveRequested: { readonly action: 'close' | 'quit' };
  clipboardChanged: ClipboardState;
  lockChanged: LockState;
  noticesChanged: readonly Notice[];
  linkChanged: LinkState;
};

export type EventName = keyof Events;

/** A part of the last whole list, before the walk has begun. */
export type CopyLoaded = {
  readonly loadId: number;
  readonly rows: RowsText;
  /** When that list was loaded, in milliseconds since the epoch. */
  readonly savedAt: number;
  readonly isLast: boolean;
};

export type KeysLoaded = {
  readonly loadId: number;
  readonly rows: RowsText;
  /** The number of keys the whole list will have, as far as the server tells; at most one page too many. */
  readonly estimatedTotal: number | null;
};

/** The end of a walk, after the last of its rows. */
export type KeysEnded = { readonly loadId: number; readonly result: Result<LoadOutcome> };

/** `partial`: the server ended the list in a way that leaves open whether it was whole. */
export type LoadOutcome = { readonly kind: 'complete' } | { readonly kind: 'partial' };

/** What the preload puts on the page's window, as `window.keydesk`. */
export type Bridge = {
  readonly [C in Channel]: (...input: Input<C> extends void ? [] : [input: Input<C>]) => Promise<Answer<C>>;
} & {
  /** Listens to an event of main; answers the function that stops it. */
  readonly on: <E extends EventName>(event: E, listener: (payload: Events[E]) => void) => () => void;
};
