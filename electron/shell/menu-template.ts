import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../shared/contract.ts';

export type MenuParts = {
  readonly platform: NodeJS.Platform;
  readonly send: (command: MenuCommand) => void;
  /** Of main's own knowledge: no path ever comes from the page. */
  readonly openLogFolder: () => void;
  /** Null where nobody looks for updates. */
  readonly lookForUpdates: (() => void) | null;
};

/**
 * The native menu. The page listens to the same keys itself, so outside macOS the shortcuts are only shown here;
 * no item ever reloads the page.
 */
export function menuTemplate({
  platform,
  send,
  openLogFolder,
  lookForUpdates,
}: MenuParts): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const command = (label: string, name: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(name),
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
  });
  const appMenu: MenuItemConstructorOptions[] = isMac ? [{ role: 'appMenu' }] : [];
  const help: MenuItemConstructorOptions[] = [
    ...(lookForUpdates ? [{ label: 'Check for Updates…', click: lookForUpdates }] : []),
    { label: 'Open Log Folder', click: openLogFolder },
  ];
  return [
    ...appMenu,
    {
      label: '&File',
      submenu: [
        command('Create API Key…', 'create-key', 'CmdOrCtrl+N'),
        command('Export as CSV…', 'export'),
        { type: 'separator' },
        command('Reset the Demo…', 'reset-demo'),
        command('Security…', 'security-settings'),
        command('Lock Now', 'lock', 'CmdOrCtrl+L'),
        command('Sign Out…', 'sign-out'),
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        { type: 'separator' },
        command('Find by Name', 'search', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: '&View',
      submenu: [
        command('Refresh', 'refresh', 'CmdOrCtrl+R'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', label: '&Help', submenu: help },
  ];
}
