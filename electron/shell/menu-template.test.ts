import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from './menu-template.ts';

const itemsOf = ({ submenu }: MenuItemConstructorOptions): readonly MenuItemConstructorOptions[] =>
  Array.isArray(submenu) ? submenu : [];

describe.each(['darwin', 'win32', 'linux'] as const)('the menu on %s', (platform) => {
  function build(looks = false) {
    const done: string[] = [];
    const template = menuTemplate({
      platform,
      connections: [{ name: 'Research & Development' }, { name: '\u202e' }],
      send: (command) => done.push(command),
      openLogFolder: () => done.push('log folder'),
      lookForUpdates: looks ? () => void done.push('updates') : null,
    });
    return { template, items: template.flatMap(itemsOf), done };
  }

  it('opens the log folder from Help', () => {
    const { template, done } = build();
    const help = template.find(({ role }) => role === 'help');
    const open = help && itemsOf(help).find(({ label }) => label === 'Open Log Folder');
    // Electron hands over the item, the window and the event; this one needs none of them.
    const click = open?.click as (() => void) | undefined;
    click?.();
    expect(done).toEqual(['log folder']);
  });

  it('has an item for updates only where somebody looks for them', () => {
    const labels = (looks: boolean) => build(looks).items.map(({ label }) => label);
    expect(labels(true)).toContain('Check for Updates…');
    expect(labels(false).filter((label) => /update/i.test(label ?? ''))).toEqual([]);
  });

  it('has an item that neither reloads the page nor opens its tools', () => {
    const roles = build().items.map(({ role }) => role);
    for (const role of ['reload', 'forceReload', 'toggleDevTools']) expect(roles).not.toContain(role);
  });

  it('registers no shortcut that the page listens to itself', () => {
    const own = build().items.filter(({ accelerator, role }) => accelerator !== undefined && !role);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ registerAccelerator }) => registerAccelerator === false)).toBe(true);
  });

  it('names the connections with their keys, and a hostile name stays a name', () => {
    const { template } = build();
    const menu = template.find(({ label }) => label === '&Connections');
    expect(menu && itemsOf(menu).slice(0, 4)).toMatchObject([
      { label: 'Research && Development', accelerator: 'CmdOrCtrl+1' },
      { label: 'Unnamed project', accelerator: 'CmdOrCtrl+2' },
      { label: 'All Projects', accelerator: 'CmdOrCtrl+P' },
      { type: 'separator' },
    ]);
  });

  it('has a name of ours for each item, so that all of it is in one language', () => {
    const { template } = build(true);
    const unnamed = [...template, ...template.flatMap(itemsOf)].filter(
      ({ type, label }) => type !== 'separator' && !label,
    );
    expect(unnamed).toEqual([]);
  });

  it('has a letter for Alt at each menu, none of them twice', () => {
    const letters = build()
      .template.filter(({ submenu, label }) => submenu && label !== 'Keydesk')
      .map(({ label }) => /&(\w)/.exec(label ?? '')?.[1]?.toLowerCase());
    expect(letters).not.toContain(undefined);
    expect(new Set(letters).size).toBe(letters.length);
  });

  it('has About and the way out where the system has them', () => {
    const { template } = build();
    const labels = (menu: string) => {
      const found = template.find(({ label }) => label === menu);
      return found ? itemsOf(found).map(({ label }) => label) : [];
    };
    const isMac = platform === 'darwin';
    expect(labels(isMac ? 'Keydesk' : '&Help')).toContain('About Keydesk');
    expect(labels(isMac ? 'Keydesk' : '&File')).toContain('Quit Keydesk');
    expect(labels('&Help').includes('About Keydesk')).toBe(!isMac);
  });

  it('hears the zoom also without Shift and on the number pad', () => {
    const keys = build()
      .items.filter(({ role }) => role === 'zoomIn')
      .map(({ accelerator }) => accelerator);
    expect(keys).toEqual([undefined, 'CmdOrCtrl+=', 'CmdOrCtrl+numadd']);
  });

  it('takes no letter from a text field, and leaves Cmd+Tab to the system', () => {
    const keys = build().items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(keys).toContain('Ctrl+Tab');
    expect(keys.includes('?')).toBe(platform !== 'darwin');
  });
});
