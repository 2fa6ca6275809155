/** What the command line may say. Everything else on it is ignored. */
export type LaunchOptions = {
  /** Go straight to the demo project. */
  readonly openDemo: boolean;
  /** The folder of the profile; null for the usual one. */
  readonly profileFolder: string | null;
};

type CommandLine = {
  hasSwitch(name: string): boolean;
  getSwitchValue(name: string): string;
  removeSwitch(name: string): void;
  appendSwitch(name: string, value: string): void;
};

/**
 * Switches that would let another program of the same user read the page or the network. No fuse stops them,
 * so a packaged app takes them off before anything else happens.
 */
export const BACK_DOORS = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'ignore-urlfetcher-cert-requests',
  'allow-insecure-localhost',
  'allow-running-insecure-content',
  'disable-web-security',
  'host-rules',
  'host-resolver-rules',
  'ssl-key-log-file',
  'log-net-log',
  'net-log-capture-mode',
  'load-extension',
  'enable-blink-features',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
] as const;

/** The same by the environment: Chromium writes the keys of its connections into the file of that name. */
export const BACK_DOOR_VARIABLES = ['SSLKEYLOGFILE'] as const;

/**
 * Switches that work before main's first line, where taking them off comes too late: V8 prints the arguments of every
 * function, the token among them, and the tracing writes them down.
 */
export const EARLY_DOORS = ['js-flags', 'trace-startup', 'trace-config-file', 'trace-to-console'] as const;

/** Whether the program has been watched from before its first line. */
export function isWatched(commandLine: Pick<CommandLine, 'hasSwitch'>): boolean {
  return EARLY_DOORS.some((name) => commandLine.hasSwitch(name));
}

type Environment = { [name: string]: string | undefined };

export function removeBackDoors(
  commandLine: Pick<CommandLine, 'removeSwitch'>,
  environment: Environment,
): void {
  for (const name of BACK_DOORS) commandLine.removeSwitch(name);
  for (const name of BACK_DOOR_VARIABLES) delete environment[name];
}

/**
 * What no policy covers: a link with `dns-prefetch` would carry a name of the page's choice to the resolver, and
 * `document.execCommand('paste')` would read the clipboard (Electron 33.2.1).
 */
const PAGE_SETTINGS = 'dnsPrefetchingEnabled=false,DOMPasteAllowed=false,javaScriptCanAccessClipboard=false';

export function restrictPage(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('blink-settings', PAGE_SETTINGS);
}

/** A server's `NEL` header would have Chromium report each call to a host of that server's choice. */
export function forbidReports(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('disable-features', 'NetworkErrorLogging,Reporting');
}

export function readLaunchOptions(commandLine: Omit<CommandLine, 'appendSwitch'>): LaunchOptions {
  const profileFolder = commandLine.getSwitchValue('user-data-dir');
  return {
    openDemo: commandLine.hasSwitch('open-demo'),
    profileFolder: profileFolder === '' ? null : profileFolder,
  };
}
