import { mkdir } from 'node:fs/promises';
import electron, { app, shell, systemPreferences } from 'electron';
import type { Versions } from '../../shared/versions.ts';
import type { ClipboardKeeper, SystemClipboard } from '../keys/clipboard-keeper.ts';
import type { TouchId } from '../session/lock.ts';
import { createSystemClipboard, type ElectronClipboard } from './system-clipboard.ts';

/** How long the end of the program waits for what it leaves in order, in milliseconds. */
const LONGEST_CLEARING = 1_000;

export function electronClipboard(): SystemClipboard {
  const isWayland = process.platform === 'linux' && process.env['XDG_SESSION_TYPE'] === 'wayland';
  // `ClipboardItem` is there from Electron 44 on; a named import would not load before.
  return createSystemClipboard(electron as unknown as ElectronClipboard, process.platform, isWayland);
}

/** Touch ID; only macOS has it. */
export function electronTouchId(): TouchId {
  const isMac = process.platform === 'darwin';
  return {
    available: () => isMac && systemPreferences.canPromptTouchID(),
    prompt: (reason) => systemPreferences.promptTouchID(reason),
  };
}

export function versions(): Versions {
  const { electron: electronVersion = '', chrome = '' } = process.versions;
  return {
    keydesk: app.getVersion(),
    electron: electronVersion,
    chromium: chrome,
    platform: process.platform,
    arch: process.arch,
  };
}

/** Shows a folder of the program's own in the system's file manager; made if it is not there yet. */
export async function openFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch(() => undefined);
  await shell.openPath(folder);
}

/** Holds the end of the program back, a second at most, until a copied key is off the clipboard and all is written. */
export function clearBeforeQuit(clipboard: ClipboardKeeper, unwritten: () => Promise<unknown> | null): void {
  let cleared = false;
  app.on('will-quit', (event) => {
    const writing = unwritten();
    if (cleared || (clipboard.state().kind !== 'holding' && !writing)) return;
    cleared = true;
    event.preventDefault();
    const bounded = new Promise((resolve) => setTimeout(resolve, LONGEST_CLEARING));
    // Not before this event is over: a quit that is asked for within it is lost, and the program never ends.
    const quitAgain = () => void setImmediate(() => app.quit());
    void Promise.race([Promise.all([clipboard.clear(), writing]), bounded]).finally(quitAgain);
  });
}
