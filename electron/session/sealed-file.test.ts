import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeKeyring } from './fake-keyring.ts';
import { createFileSeal } from './sealed-file.ts';

const sealWith = (cipher = fakeKeyring('one'), format = 'notes', version = 1) =>
  createFileSeal({ format, version, cipher });

describe('a sealed file', () => {
  it('opens for its owner', async () => {
    const bytes = await sealWith().seal('ada', 'what nobody shall read');
    expect(bytes.toString('latin1')).not.toContain('nobody');
    expect(await sealWith().unseal('ada', bytes)).toEqual({ kind: 'opened', text: 'what nobody shall read' });
  });

  it('is damaged for everybody else: another owner, another kind of file', async () => {
    const bytes = await sealWith().seal('ada', 'text');
    expect(await sealWith().unseal('bob', bytes)).toEqual({ kind: 'damaged' });
    expect(await sealWith(fakeKeyring('one'), 'lists').unseal('ada', bytes)).toEqual({ kind: 'damaged' });
  });

  it('is damaged where one byte of it is another, in its header or behind it', async () => {
    const bytes = await sealWith().seal('ada', 'text');
    for (const at of [bytes.indexOf('"nonce":"') + 9, bytes.length - 1]) {
      const turned = Buffer.from(bytes);
      turned[at] = turned[at] === 0x41 ? 0x42 : 0x41;
      expect(await sealWith().unseal('ada', turned)).toEqual({ kind: 'damaged' });
    }
  });

  it('tells a keyring that does not open it from damage', async () => {
    const bytes = await sealWith().seal('ada', 'text');
    expect(await sealWith(fakeKeyring('two')).unseal('ada', bytes)).toEqual({ kind: 'not-opened' });
    const unprotected = fakeKeyring('one', { protects: false });
    expect(await sealWith(unprotected).unseal('ada', bytes)).toEqual({ kind: 'unprotected' });
    expect(await sealWith(unprotected).isProtected()).toBe(false);
  });

  it('of a newer version is known by its header alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'keydesk-sealed-'));
    const file = join(folder, 'file');
    await writeFile(file, await sealWith(fakeKeyring('one'), 'notes', 2).seal('ada', 'text'));
    expect(await sealWith().isNewer(file)).toBe(true);
    expect(await sealWith(fakeKeyring('one'), 'notes', 2).isNewer(file)).toBe(false);
    expect(await sealWith().isNewer(join(folder, 'none'))).toBe(false);
    expect(await sealWith().isNewer(folder)).toBe(false);
    const bytes = await sealWith(fakeKeyring('one'), 'notes', 2).seal('ada', 'text');
    expect(await sealWith().unseal('ada', bytes)).toEqual({ kind: 'newer' });
  });
});
