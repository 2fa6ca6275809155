import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_ACCESS } from '../../shared/permissions.ts';
import { MOST_PRESETS } from '../../shared/presets.ts';
import { DEFAULT_SECURITY } from '../../shared/security-state.ts';
import { DEFAULT_VALUES } from '../../shared/settings.ts';
import { without } from './settings-file.ts';
import { createSettings, type SettingsStore } from './settings-keeper.ts';

const BOUNDS = { x: 10, y: 20, width: 1000, height: 700 };
const PLACE = { displays: '1920x1080@0,0', bounds: BOUNDS, state: 'normal', zoom: 0 } as const;
const STRICT = { clipboardSeconds: 15, lockMinutes: 1 };
const GOOD = JSON.stringify({ windows: [PLACE], ...STRICT });

const DAMAGE: Readonly<Record<string, string | Buffer>> = {
  empty: '',
  cut: GOOD.slice(0, -20),
  'zero-filled': Buffer.alloc(GOOD.length),
  random: Buffer.from('9f3a00ffe1', 'hex'),
  'another language': '<settings/>',
  null: 'null',
  'an array': '[]',
  'a text': '"settings"',
};

/** Entries that this version cannot read: a newer one has written them, or a hand. */
const UNREAD = {
  'seconds as text': { clipboardSeconds: '15' },
  'seconds out of bounds': { clipboardSeconds: 86_400 },
  'minutes that are a list': { lockMinutes: [1] },
  'a preset of a level that is none': {
    presets: [{ name: 'Calls', levels: { ...NO_ACCESS, calls: 'all' } }],
  },
  'a theme that is none': { theme: 'neon' },
  'a column that is none': { columns: ['owner', 'lastUsed'] },
} as const;

let folder: string;
let file: string;
let copy: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keydesk-settings-'));
  file = join(folder, 'settings.json');
  copy = join(folder, 'settings.last-good.json');
});
afterEach(() => rm(folder, { recursive: true }));

/** As electron-store does it: what is in the file already is read first. */
function merging(): SettingsStore {
  return {
    set(values) {
      const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {};
      writeFileSync(file, JSON.stringify({ ...before, ...values }));
    },
  };
}

/** As electron-store does it on a full disk: the file is cut, and nothing is said. */
const cutting: SettingsStore = {
  set: (values) => writeFileSync(file, JSON.stringify(values).slice(0, 12)),
};

const open = (store: () => SettingsStore = merging) => createSettings({ folder, openStore: store });
const allOf = ({ damage, windowPlaces, values }: ReturnType<typeof open>) => {
  const { clipboardSeconds, lockMinutes } = values();
  return { damage, windows: windowPlaces(), clipboardSeconds, lockMinutes };
};

describe('the settings', () => {
  it('begin with the defaults, and write nothing before there is something to keep', async () => {
    expect(allOf(open())).toEqual({ damage: null, windows: [], ...DEFAULT_SECURITY });
    expect(await readdir(folder)).toEqual([]);
  });

  it('are there at the next start', () => {
    const settings = open();
    settings.keepWindowPlace(PLACE);
    expect(settings.change(STRICT)).toEqual({ ...DEFAULT_VALUES, ...STRICT });
    expect(allOf(settings)).toEqual({ damage: null, windows: [PLACE], ...STRICT });
    expect(allOf(open())).toEqual({ damage: null, windows: [PLACE], ...STRICT });
  });

  it('are as at first after a reset; places and presets are no settings', () => {
    const settings = open();
    settings.keepWindowPlace(PLACE);
    settings.change({ ...STRICT, theme: 'dark', columns: ['owner'], notifications: true });
    expect(open().values()).toMatchObject({ theme: 'dark', columns: ['owner'] });
    expect(open().values().notifications).toBe(true);
    expect(settings.reset()).toEqual(DEFAULT_VALUES);
    expect(allOf(open())).toEqual({ damage: null, windows: [PLACE], ...DEFAULT_SECURITY });
  });

  it('keep the presets, and no more of them than there is room for', () => {
    const preset = (name: string) => ({ name, levels: { ...NO_ACCESS, calls: 'read' as const } });
    expect(open().presets()).toEqual([]);
    expect(open().setPresets([preset('Calls')])).toEqual([preset('Calls')]);
    expect(open().presets()).toEqual([preset('Calls')]);
    const many = Array.from({ length: MOST_PRESETS + 1 }, (_, index) => preset(`Preset ${index}`));
    expect(open().setPresets(many)).toHaveLength(MOST_PRESETS);
    expect(open()).toMatchObject({ damage: null });
  });

  it('take the review over from where it was one entry, and do not go back to it', async () => {
    await writeFile(file, JSON.stringify({ review: { oldDays: 90, mostWrites: 3 } }));
    expect(open().values()).toMatchObject({ oldDays: 90, mostWrites: 3 });
    open().change({ oldDays: 180 });
    expect(open().values()).toMatchObject({ oldDays: 180, mostWrites: 3 });
  });

  it('that a newer version has added stay in the file and in its copy', async () => {
    await writeFile(file, JSON.stringify({ ...STRICT, sounds: 'quiet' }));
    open().keepWindowPlace(PLACE);
    for (const kept of [file, copy]) {
      expect(JSON.parse(await readFile(kept, 'utf8'))).toEqual({
        ...DEFAULT_VALUES,
        ...STRICT,
        windows: [PLACE],
        presets: [],
        sounds: 'quiet',
      });
    }
  });

  it('takes the one place of the window over from the version before', async () => {
    await writeFile(file, JSON.stringify({ windowBounds: BOUNDS, ...STRICT }));
    const settings = open();
    const before = { displays: '', bounds: BOUNDS, state: 'normal', zoom: 0 };
    expect(settings.windowPlaces()).toEqual([before]);
    settings.keepWindowPlace(PLACE);
    expect(open().windowPlaces()).toEqual([PLACE, before]);
  });

  it('have their defaults where an older version did not know them', async () => {
    await writeFile(file, JSON.stringify({ windowBounds: null }));
    expect(allOf(open())).toEqual({ damage: null, windows: [], ...DEFAULT_SECURITY });
  });

  it('hold in memory where the folder cannot be used, and are kept once it can', async () => {
    let usable = false;
    const settings = open(() => {
      if (!usable) throw new Error('read-only');
      return merging();
    });
    settings.change(STRICT);
    expect(settings.values()).toMatchObject(STRICT);
    expect(existsSync(file)).toBe(false);
    usable = true;
    settings.keepWindowPlace(PLACE);
    expect(allOf(open())).toEqual({ damage: null, windows: [PLACE], ...STRICT });
  });

  it('leave no temporary file of a write that was killed', async () => {
    await writeFile(`${copy}.0123456789ab.tmp`, 'half');
    await writeFile(`${file}.tmp-1790000000abcdef`, 'half');
    open();
    await vi.waitFor(async () => expect(await readdir(folder)).toEqual([]));
  });
});

describe.each(Object.entries(DAMAGE))('a file that is damaged: %s', (_kind, content) => {
  it('is put aside, and the last good settings take its place', async () => {
    await writeFile(file, GOOD);
    open();
    await writeFile(file, content);
    expect(allOf(open())).toEqual({ damage: { restored: true }, windows: [PLACE], ...STRICT });
    expect(await readFile(`${file}.bad`)).toEqual(Buffer.from(content));
    expect(await readFile(file, 'utf8')).toBe(GOOD);
    // It is told once: at the next start all is well.
    expect(open().damage).toBeNull();
  });

  it('is put aside, and the defaults hold where there is no copy', async () => {
    await writeFile(file, content);
    const settings = open();
    expect(allOf(settings)).toEqual({ damage: { restored: false }, windows: [], ...DEFAULT_SECURITY });
    expect(await readFile(`${file}.bad`)).toEqual(Buffer.from(content));
    settings.change(STRICT);
    expect(allOf(open())).toEqual({ damage: null, windows: [], ...STRICT });
  });

  it('does not replace the copy, and a copy like it is not believed', async () => {
    await writeFile(copy, content);
    await writeFile(file, content);
    expect(open().damage).toEqual({ restored: false });
    await writeFile(file, GOOD);
    expect(open().damage).toBeNull();
    expect(await readFile(copy, 'utf8')).toBe(GOOD);
  });
});

describe.each(Object.entries(UNREAD))('an entry that is not for this version: %s', (_kind, entry) => {
  it('has its default; the others hold, and it stays in the file and its copy', async () => {
    await writeFile(file, JSON.stringify({ ...STRICT, density: 'compact', ...entry }));
    const settings = open();
    expect(settings.damage).toBeNull();
    expect(settings.presets()).toEqual([]);
    const own = without({ ...STRICT, density: 'compact' }, new Set(Object.keys(entry)));
    expect(settings.values()).toEqual({ ...DEFAULT_VALUES, ...own });
    settings.keepWindowPlace(PLACE);
    settings.change({ mostWrites: 3 });
    for (const kept of [file, copy]) {
      expect(JSON.parse(await readFile(kept, 'utf8'))).toMatchObject({ ...entry, mostWrites: 3 });
    }
  });
});

it('an entry that is not for this version goes where it is set anew, or reset', async () => {
  await writeFile(file, JSON.stringify({ theme: 'neon', density: 'airy' }));
  const settings = open();
  settings.change({ theme: 'dark' });
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ theme: 'dark', density: 'airy' });
  settings.reset();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ theme: 'system', density: 'comfortable' });
});

describe('a disk that is full', () => {
  it('may cut the file: the last good copy stays whole, and is what the next start has', async () => {
    await writeFile(file, GOOD);
    open(() => cutting).change(DEFAULT_SECURITY);
    expect(await readFile(copy, 'utf8')).toBe(GOOD);
    expect(allOf(open())).toEqual({ damage: { restored: true }, windows: [PLACE], ...STRICT });
  });

  it('stops the settings no longer than it is full', async () => {
    await writeFile(file, GOOD);
    let full = true;
    const settings = open(() => ({ set: (values) => (full ? cutting : merging()).set(values) }));
    settings.keepWindowPlace({ ...PLACE, state: 'maximized' });
    full = false;
    settings.change(DEFAULT_SECURITY);
    expect(allOf(open())).toEqual({
      damage: null,
      windows: [{ ...PLACE, state: 'maximized' }],
      ...DEFAULT_SECURITY,
    });
  });
});

it('a file that is gone is brought back: only half of a repair may have been done', async () => {
  await writeFile(copy, GOOD);
  expect(allOf(open())).toEqual({ damage: null, windows: [PLACE], ...STRICT });
  expect(await readFile(file, 'utf8')).toBe(GOOD);
});

it('a folder in the place of the file is put aside like any other damage', async () => {
  await mkdir(file);
  expect(open().damage).toEqual({ restored: false });
  expect(await readdir(folder)).toEqual(['settings.json.bad']);
});
