import { type BrowserWindow, dialog } from 'electron';
import type { EventName, Events } from '../../shared/contract.ts';
import { t } from '../../shared/language/words.ts';
import { sendEvent } from '../ipc.ts';
import { CRASH_PAGE } from './app-scheme.ts';

let opened: BrowserWindow | null = null;

/** From now on this is the window that is trusted and told things: no other one ever is, whoever opened it. */
export function becomeMainWindow(window: BrowserWindow): void {
  opened = window;
}

/** The one window; null while there is none (macOS keeps the program). */
export function mainWindow(): BrowserWindow | null {
  return opened?.isDestroyed() === false ? opened : null;
}

/** Whether nobody has the window before them: there is none, or another program is in front. */
export function isAway(): boolean {
  return mainWindow()?.isFocused() !== true;
}

/** Sends the page an event; answers whether there is a page to hear it. */
export function sendToPage<E extends EventName>(event: E, payload: Events[E]): boolean {
  const page = mainWindow()?.webContents;
  return page && page.getURL() !== CRASH_PAGE ? sendEvent(page, event, payload) : false;
}

/** Loads the page anew; on the page that says it crashed, the person does. */
export function reloadPage(): void {
  const page = mainWindow()?.webContents;
  if (page && page.getURL() !== CRASH_PAGE) page.reload();
}

export function closeWindow(): void {
  mainWindow()?.close();
}

/** Brings the window forward, or opens one where there is none. */
export function bringForward(open: () => void): void {
  const window = mainWindow();
  if (!window) {
    open();
    return;
  }
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Asks the system not to capture the window. Linux cannot, and ScreenCaptureKit does not heed it. */
export function protectFromCapture(secretIsHeld: boolean): void {
  mainWindow()?.setContentProtection(secretIsHeld);
}

/** Asks, in a box of the system's own, whether to leave with a key that has not been stored. */
export function askNatively(action: 'close' | 'quit', leave: () => void): void {
  const window = mainWindow();
  if (!window) return;
  const leaveLabel = action === 'quit' ? t('system.quitAndLose') : t('system.closeAndLose');
  void dialog
    .showMessageBox(window, {
      type: 'warning',
      message: t('system.notStored'),
      detail: t('system.notStoredDetail'),
      buttons: [t('system.goBack'), leaveLabel],
      defaultId: 0,
      cancelId: 0,
    })
    .then(({ response }) => {
      if (response === 1) leave();
    });
}

/** Asks, in a box of the system's own, whether a token shall go to a server that no connection is for. */
export async function mayReachServer(host: string): Promise<boolean> {
  const window = mainWindow();
  if (!window) return false;
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: t('system.sendToken', { host }),
    detail: t('system.newServer'),
    buttons: [t('system.cancel'), t('system.sendTheToken')],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}
