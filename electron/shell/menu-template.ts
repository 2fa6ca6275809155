import type { MenuItemConstructorOptions } from 'electron';
import { commandInfo, type MenuCommand } from '../../shared/commands.ts';
import { type KnownConnection, NUMBERED } from '../../shared/connections.ts';
import { VIEWS, viewCommand } from '../../shared/views.ts';

export type MenuParts = {
  readonly platform: NodeJS.Platform;
  /** Those that the menu names, in their order. */
  readonly connections: readonly Pick<KnownConnection, 'name'>[];
  readonly send: (command: MenuCommand) => void;
  /** Of main's own knowledge: no path ever comes from the page. */
  readonly openLogFolder: () => void;
  /** Null where nobody looks for updates. */
  readonly lookForUpdates: (() => void) | null;
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
  lookForUpdates,
}: MenuParts): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const command = (name: MenuCommand, ownLabel?: string): MenuItemConstructorOptions => {
    const { label, shortcut } = commandInfo(name);
    const accelerator = shortcut && (shortcut.bare ? shortcut.key : `CmdOrCtrl+${shortcut.key}`);
    return {
      label: ownLabel ?? label,
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
    {
      label: '&Connections',
      submenu: [
        ...NUMBERED.flatMap((number) => {
          const connection = connections[number - 1];
          if (!connection) return [];
          return [command(`connection-${number}`, menuLabel(connection.name))];
        }),
        ...(connections.length > 0 ? [{ type: 'separator' } as const] : []),
        command('add-connection'),
        command('connections'),
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', label: '&Help', submenu: help },
  ];
}
