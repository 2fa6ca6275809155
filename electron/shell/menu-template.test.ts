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
    const own = build().items.filter(({ accelerator }) => accelerator !== undefined);
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
});
