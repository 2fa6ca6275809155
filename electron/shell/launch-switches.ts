import { sep } from 'node:path';

/** How the program is to start. */
export type LaunchOptions = {
  /** Go straight to the demo project. */
  readonly openDemo: boolean;
  /** The folder of the profile; null for the usual one. */
  readonly profileFolder: string | null;
  /** The policy file in place of the machine-wide one; null for that one. */
  readonly policyFile: string | null;
};

type CommandLine = {
  hasSwitch(name: string): boolean;
  getSwitchValue(name: string): string;
  appendSwitch(name: string, value: string): void;
};

/**
 * Variables of the environment that would let another program of the same user read the network: Chromium writes the
 * keys of its connections into the file of that name. The switches for it are refused with all others.
 */
export const BACK_DOOR_VARIABLES = ['SSLKEYLOGFILE'] as const;

type Environment = { [name: string]: string | undefined };

export function removeBackDoors(environment: Environment): void {
  for (const name of BACK_DOOR_VARIABLES) delete environment[name];
}

/**
 * Whether this is the program as it is shipped. The executable's name tells, and, where somebody has given it that of
 * a development one, the archive that the program lies in.
 * @param folder the folder of the running file.
 */
export function isShipped(isPackaged: boolean, folder: string): boolean {
  return isPackaged || folder.split(sep).some((name) => name.endsWith('.asar'));
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

/** What a program for development understands besides all that Chromium does. */
export function readDevelopmentSwitches(commandLine: Omit<CommandLine, 'appendSwitch'>): LaunchOptions {
  const textOf = (name: string) => commandLine.getSwitchValue(name) || null;
  return {
    openDemo: commandLine.hasSwitch('open-demo'),
    profileFolder: textOf('user-data-dir'),
    policyFile: textOf('policy-file'),
  };
}
