import { describe, expect, it } from 'vitest';
import { type KnownConnection, USUAL_SETTINGS } from '../../shared/connections.ts';
import type { OpenConnection } from './connection-records.ts';
import { fakeConnections, savedFile } from './fake-client.ts';
import type { TokenVault } from './token-vault.ts';

const ADDRESS = 'https://api.example.com';
const NEW: OpenConnection = { id: 'new', address: ADDRESS, name: 'New', projectId: 'p9', token: 'secret' };
const wanted = () => true;
const NO_KEYRING: Partial<TokenVault> = { seal: async () => ({ kind: 'memory', reason: 'no-keyring' }) };
const refusing = { write: () => Promise.reject(new Error('disk full')) };

const told = ({ id, standing }: KnownConnection) => `${id} ${standing}`;

describe('the list of connections', () => {
  it('tells of what is saved, without a token in it', async () => {
    const lists: (readonly KnownConnection[])[] = [];
    const file = savedFile({ id: 'a' }, { id: 'b', token: null });
    const connections = fakeConnections({ file, onChange: (list) => lists.push(list) });
    await connections.ready();
    expect(connections.list().map(told)).toEqual(['a ready', 'b signed-out']);
    expect(lists).toHaveLength(1);
    expect(JSON.stringify(lists)).not.toContain('sealed');
  });

  it('keeps a new one at its end, in a colour of its own, sealed', async () => {
    const connections = fakeConnections({ file: savedFile({ id: 'a' }) });
    expect(await connections.keep(NEW, wanted)).toEqual({ kind: 'keyring' });
    const saved = connections.written()?.connections;
    expect(saved?.map(({ id, token }) => [id, token])).toEqual([
      ['a', 'sealed token'],
      ['new', 'sealed secret'],
    ]);
    expect(new Set(saved?.map(({ settings }) => settings.colour)).size).toBe(2);
    expect(connections.list().map(told)).toEqual(['a ready', 'new ready']);
  });

  it('holds one in memory where no keyring keeps its token, and writes nothing of it', async () => {
    const connections = fakeConnections({ vault: NO_KEYRING });
    expect(await connections.keep(NEW, wanted)).toEqual({ kind: 'memory', reason: 'no-keyring' });
    expect(await connections.tokenOf('new')).toMatchObject({ token: 'secret' });
    await connections.used('new');
    await connections.set('new', { ...USUAL_SETTINGS, ownName: 'Mine' });
    expect(connections.list()).toMatchObject([{ name: 'Mine', projectName: 'New' }]);
    expect(connections.written()).toBeNull();
  });

  it('never overwrites what the keyring does not open now', async () => {
    const file = savedFile({ id: 'a', token: 'of another key', seal: 'of another key' });
    const connections = fakeConnections({ file, vault: NO_KEYRING });
    await connections.ready();
    expect(await connections.tokenOf('a')).toBeNull();
    await connections.keep({ ...NEW, id: 'a', token: 'typed anew' }, wanted);
    expect(await connections.tokenOf('a')).toMatchObject({ token: 'typed anew' });
    expect(connections.written()).toEqual(file);
  });

  it('holds a token in memory where the disk takes nothing', async () => {
    const connections = fakeConnections({ store: refusing });
    expect(await connections.keep(NEW, wanted)).toEqual({ kind: 'memory', reason: 'not-saved' });
    expect(connections.list().map(told)).toEqual(['new ready']);
  });

  it('keeps nothing of one that is not wanted any more when the keyring answers', async () => {
    const connections = fakeConnections({ file: savedFile({ id: 'a' }) });
    await connections.ready();
    await connections.keep(NEW, () => false);
    expect(connections.list().map(told)).toEqual(['a ready']);
    expect(await connections.tokenOf('new')).toBeNull();
  });

  it('remembers which one was open last', async () => {
    const connections = fakeConnections({ file: savedFile({ id: 'a' }, { id: 'b' }) });
    await connections.used('b');
    expect(connections.written()?.lastUsed).toBe('b');
    expect(connections.lastUsed()?.id).toBe('b');
  });

  it('marks one whose token is dead, and no other, until another token is there', async () => {
    const connections = fakeConnections({ file: savedFile({ id: 'a' }, { id: 'b' }) });
    await connections.ready();
    connections.refuse('a');
    expect(connections.list().map(told)).toEqual(['a token-refused', 'b ready']);
    await connections.keep({ ...NEW, id: 'a' }, wanted);
    expect(connections.list().map(told)).toEqual(['a ready', 'b ready']);
  });

  it('changes nothing where the disk refuses to change it', async () => {
    const connections = fakeConnections({ file: savedFile({ id: 'a' }), store: refusing });
    await connections.ready();
    await expect(connections.set('a', { ...USUAL_SETTINGS, ownName: 'Mine' })).rejects.toThrow('disk full');
    await expect(connections.deleteToken('a')).rejects.toThrow('disk full');
    expect(connections.list()).toMatchObject([{ name: 'First', standing: 'ready' }]);
  });

  it('vouches only for an address that was sealed, or never left this run', async () => {
    const file = savedFile({ id: 'a' }, { id: 'b', token: null }, { id: 'c', token: null, seal: null });
    const connections = fakeConnections({ file, vault: NO_KEYRING });
    await connections.ready();
    await connections.keep({ ...NEW, address: 'https://memory.example.com' }, wanted);
    expect(await connections.addressOf('b')).toBe(ADDRESS);
    expect(await connections.addressOf('c')).toBeNull();
    expect(await connections.addressOf('new')).toBe('https://memory.example.com');
    expect(connections.knowsServer('https://memory.example.com')).toBe(true);
    expect(connections.knowsServer('https://elsewhere.example.com')).toBe(false);
  });
});

describe('what is let go of', () => {
  it('is the token alone at a sign-out: the connection and its seal stay', async () => {
    const connections = fakeConnections({ file: savedFile({ id: 'a' }, { id: 'b' }) });
    await connections.ready();
    await connections.tokenOf('a');
    await connections.deleteToken('a');
    connections.release('a');
    expect(connections.written()).toEqual(savedFile({ id: 'a', token: null }, { id: 'b' }));
    expect(await connections.tokenOf('a')).toBeNull();
    expect(connections.signedIn()).toEqual(['b']);
  });

  it('is all of it at a removal, and the file with the last one', async () => {
    const connections = fakeConnections({ file: savedFile({ id: 'a' }, { id: 'b' }) });
    await connections.remove('a');
    expect(connections.written()?.connections.map(({ id }) => id)).toEqual(['b']);
    await connections.remove('b');
    expect(connections.written()).toBeNull();
  });

  it('is every token, those of a newer version too, where all sign out', async () => {
    let isThere = true;
    const remove = async () => {
      isThere = false;
    };
    const connections = fakeConnections({ store: { isWhole: () => false, remove } });
    await connections.deleteTokens();
    expect(isThere).toBe(false);
  });
});
