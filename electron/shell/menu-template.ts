import type { MenuItemConstructorOptions } from 'electron';
import { commandInfo, type MenuCommand, type Shortcut } from '../../shared/commands.ts';
import { type KnownConnection, NUMBERED } from '../../shared/connections.ts';
import { t } from '../../shared/language/words.ts';
import { VIEW_IDS, viewCommand } from '../../shared/views.ts';

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
  return line.replaceAll('&', '&&') || t('menu.unnamed');
}

/** What the system does by itself, under our name: Electron's own names are English. */
function role(name: Role): MenuItemConstructorOptions {
  return { role: name, label: t(`menu.${name}`) };
}

type Role =
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'resetZoom'
  | 'zoomIn'
  | 'zoomOut'
  | 'togglefullscreen'
  | 'close'
  | 'minimize'
  | 'zoom'
  | 'front'
  | 'services'
  | 'hide'
  | 'hideOthers'
  | 'unhide'
  | 'quit';

/** As Electron writes it. On macOS a menu takes its keys from every text field: one without a modifier is not shown. */
function acceleratorOf(shortcut: Shortcut | null, isMac: boolean): string | null {
  if (!shortcut) return null;
  if (shortcut.bare) return isMac ? null : shortcut.key;
  return `${shortcut.control ? 'Ctrl' : 'CmdOrCtrl'}+${shortcut.key}`;
}

/** Keys that do the same as an item: without Shift, and on the number pad. They are heard, not shown. */
const ZOOM_KEYS = [
  ['zoomIn', 'CmdOrCtrl+='],
  ['zoomIn', 'CmdOrCtrl+numadd'],
  ['zoomOut', 'CmdOrCtrl+numsub'],
  ['resetZoom', 'CmdOrCtrl+num0'],
] as const;

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
    const accelerator = acceleratorOf(shortcut, isMac);
    return {
      label: ownLabel ?? label,
      click: () => send(name),
      ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
    };
  };
  const updates: MenuItemConstructorOptions[] = lookForUpdates
    ? [{ label: t('menu.updates'), click: lookForUpdates }]
    : [];
  const appMenu: MenuItemConstructorOptions[] = isMac
    ? [
        {
          label: 'Keydesk',
          submenu: [
            command('about'),
            ...updates,
            { type: 'separator' },
            command('settings'),
            { type: 'separator' },
            role('services'),
            { type: 'separator' },
            role('hide'),
            role('hideOthers'),
            role('unhide'),
            { type: 'separator' },
            role('quit'),
          ],
        },
      ]
    : [];
  const help: MenuItemConstructorOptions[] = [
    command('shortcuts'),
    { type: 'separator' },
    { label: t('menu.logFolder'), click: openLogFolder },
    ...(isMac ? [] : [...updates, { type: 'separator' } as const, command('about')]),
  ];
  return [
    ...appMenu,
    {
      label: t('menu.file'),
      submenu: [
        command('create-key'),
        command('export'),
        command('export-json'),
        { type: 'separator' },
        command('reset-demo'),
        command('settings'),
        command('lock'),
        command('sign-out'),
        { type: 'separator' },
        isMac ? role('close') : role('quit'),
      ],
    },
    {
      label: t('menu.edit'),
      submenu: [
        role('undo'),
        role('redo'),
        { type: 'separator' },
        role('cut'),
        role('copy'),
        role('paste'),
        role('selectAll'),
        { type: 'separator' },
        command('search'),
        command('whose-key'),
      ],
    },
    {
      label: t('menu.view'),
      submenu: [
        command('palette'),
        { type: 'separator' },
        ...VIEW_IDS.map((id) => command(viewCommand(id))),
        command('next-view'),
        { type: 'separator' },
        command('refresh'),
        { type: 'separator' },
        role('resetZoom'),
        role('zoomIn'),
        role('zoomOut'),
        ...ZOOM_KEYS.map(([name, accelerator]) => ({ ...role(name), accelerator, visible: false })),
        { type: 'separator' },
        role('togglefullscreen'),
      ],
    },
    {
      label: t('menu.connections'),
      submenu: [
        ...NUMBERED.flatMap((number) => {
          const connection = connections[number - 1];
          if (!connection) return [];
          return [command(`connection-${number}`, menuLabel(connection.name))];
        }),
        ...(connections.length > 0 ? [command('all-projects'), { type: 'separator' } as const] : []),
        command('add-connection'),
        command('connections'),
      ],
    },
    {
      role: 'window',
      label: t('menu.window'),
      submenu: [
        role('minimize'),
        ...(isMac ? [role('zoom'), { type: 'separator' } as const, role('front')] : [role('close')]),
      ],
    },
    { role: 'help', label: t('menu.help'), submenu: help },
  ];
}
