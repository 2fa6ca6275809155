import type { MenuItemConstructorOptions } from 'electron';
import { commandInfo, type MenuCommand } from '../../shared/commands.ts';
import { VIEWS, viewCommand } from '../../shared/views.ts';

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
  const command = (name: MenuCommand): MenuItemConstructorOptions => {
    const { label, shortcut } = commandInfo(name);
    const accelerator = shortcut && (shortcut.bare ? shortcut.key : `CmdOrCtrl+${shortcut.key}`);
    return {
      label,
      click: () => send(name),
      ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
    };
  };
  const appMenu: MenuItemConstructorOptions[] = isMac ? [{ role: 'appMenu' }] : [];
  const help: MenuItemConstructorOptions[] = [
    command('shortcuts'),
    { type: 'separator' },
    ...(lookForUpdates ? [{ label: 'Check for Updates…', click: lookForUpdates }] : []),
    { label: 'Open Log Folder', click: openLogFolder },
  ];
  return [
    ...appMenu,
    {
      label: '&File',
      submenu: [
        command('create-key'),
        command('export'),
        command('export-json'),
        { type: 'separator' },
        command('reset-demo'),
        command('security-settings'),
        command('lock'),
        command('sign-out'),
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
        command('search'),
        command('whose-key'),
      ],
    },
    {
      label: '&View',
      submenu: [
        command('palette'),
        { type: 'separator' },
        ...VIEWS.map(({ id }) => command(viewCommand(id))),
        command('next-view'),
        { type: 'separator' },
        command('refresh'),
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
