import type { KnownConnection } from '../shared/connections.ts';
import type { EventName, Events } from '../shared/contract.ts';
import type { Policy } from '../shared/policy.ts';
import type { SettingValues } from '../shared/settings.ts';
import type { Versions } from '../shared/versions.ts';
import type { SystemNote } from './away/away-news.ts';
import type { KeyApiNetwork } from './key-api/transport.ts';
import type { SystemClipboard } from './keys/clipboard-keeper.ts';
import type { Cipher } from './session/cipher.ts';
import type { TouchId } from './session/lock.ts';
import type { ProxyLogins } from './session/proxy-logins.ts';
import type { Settings } from './settings/settings-keeper.ts';
import type { WriteLog } from './shell/log.ts';
import type { FileToSave } from './shell/save-file.ts';

/** Sends the page an event; answers whether there is a page to hear it. */
export type Send = <E extends EventName>(event: E, payload: Events[E]) => boolean;

/** The network of the key APIs, and what the system keeps of it. */
export type ProgramNetwork = KeyApiNetwork & {
  /** The logins that proxies have taken: Chromium would go on giving them. */
  readonly forgetLogins: () => Promise<void>;
};

/** What the program needs of the system it runs on. */
export type ProgramParts = {
  /** The profile folder. */
  readonly profile: string;
  readonly settings: Settings;
  /** Whether this program looks for updates at all. */
  readonly hasUpdates: () => boolean;
  /** The settings that hold from now on. */
  readonly onSettings: (values: SettingValues) => void;
  /** Nothing is kept on this computer any more. */
  readonly onErased: () => void;
  /** What an administrator of this computer has ruled. */
  readonly policy: Policy;
  readonly network: ProgramNetwork;
  readonly proxyLogins: ProxyLogins;
  readonly cipher: Cipher;
  readonly clipboard: SystemClipboard;
  readonly touchId: TouchId;
  readonly send: Send;
  readonly log: WriteLog;
  readonly versions: Versions;
  /** Asks in a box of the system's own whether to leave: where the page is locked. */
  readonly askNatively: (action: 'close' | 'quit', leave: () => void) => void;
  /** A key is shown or no longer: the system may be asked not to capture the window. */
  readonly onSecret: (held: boolean) => void;
  /** Asks in a box of the system's own whether a token shall go to a server: the page could only pretend to ask. */
  readonly mayReachServer: (host: string) => Promise<boolean>;
  /** The list of connections has changed; while the window is locked, it is nobody's to see. */
  readonly onConnections: (connections: readonly KnownConnection[]) => void;
  readonly saveFile: (file: FileToSave) => Promise<boolean>;
  /** The text of a file that the person chooses. */
  readonly openFile: (type: FileToSave['type']) => Promise<string | null>;
  /** Whether nobody has the window before them. */
  readonly isAway: () => boolean;
  /** Asks the system to show a note. */
  readonly notify: (note: SystemNote) => void;
  readonly closeWindow: () => void;
  readonly quit: () => void;
};
