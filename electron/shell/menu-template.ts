import type { MenuItemConstructorOptions } from 'electron';
import { type KnownConnection, NUMBERED } from '../../shared/connections.ts';
import type { MenuCommand } from '../../shared/contract.ts';

export type MenuParts = {
  readonly platform: NodeJS.Platform;
  /** Those that the menu names, in their order. */
  readonly connections: readonly Pick<KnownConnection, 'name'>[];
  readonly send: (command: MenuCommand) => void;
  /** Of main's own knowledge: no path ever comes from the page. */
  readonly openLogFolder: () => void;
};

/** In a menu "&" underlines a letter, and a name may be of any length. */
function menuLabel(name: string): string {
  const line = name
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, 60);
  return line.replaceAll('&', '&&') || 'Unnamed project';
}

/**
 * The native menu. The page listens to the same keys itself, so outside macOS the shortcuts are only shown here;
 * no item ever reloads the page.
 */
export function menuTemplate({
  platform,
  connections,
  send,
  openLogFolder,
}: MenuParts): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const command = (label: string, name: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(name),
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
  });
  const appMenu: MenuItemConstructorOptions[] = isMac ? [{ role: 'appMenu' }] : [];
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
    {
      label: '&Connections',
      submenu: [
        ...NUMBERED.flatMap((number) => {
          const connection = connections[number - 1];
          if (!connection) return [];
          return [command(menuLabel(connection.name), `connection-${number}`, `CmdOrCtrl+${number}`)];
        }),
        ...(connections.length > 0 ? [{ type: 'separator' } as const] : []),
        command('Add Connection…', 'add-connection'),
        command('Connections…', 'connections'),
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', label: '&Help', submenu: [{ label: 'Open Log Folder', click: openLogFolder }] },
  ];
}
