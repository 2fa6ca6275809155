import { describe, expect, it } from 'vitest';
import type { KnownConnection } from '../../shared/connections.ts';
import { USUAL_SETTINGS } from '../../shared/connections.ts';
import { listRow } from '../keys/listed-row.ts';
import { sampleKey } from '../test/sample-key.ts';
import { commandsFor, type PaletteOffer, paletteGroups } from './palette-items.ts';

const connection = (
  id: string,
  name: string,
  environment: KnownConnection['settings']['environment'],
): KnownConnection => ({
  id,
  name,
  projectName: name,
  address: `https://${id}.example.com`,
  settings: { ...USUAL_SETTINGS, environment },
  standing: 'ready',
});

const ACME = connection('a', 'Acme', 'production');
const BETA = connection('b', 'Beta', 'staging');
const row = (number: number) =>
  listRow(sampleKey(`${number}1111111-aaaa-4aaa-8aaa-000000000001`, { name: `Key_${number}` }));
const OFFER: PaletteOffer = {
  commands: commandsFor('project'),
  connections: [ACME, BETA],
  rows: [row(1), row(2), row(3)],
};
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe('the palette', () => {
  it('finds a connection by its name, its address and the word for what it is for', () => {
    for (const typed of ['acm', 'a.example', 'PRODUC'])
      expect(ids(paletteGroups(typed, OFFER, []).connections)).toEqual(['connection a']);
  });

  it('lists commands and connections where nothing is typed, and what was chosen before once, above them', () => {
    const groups = paletteGroups('', OFFER, ['connection b', row(2).id, 'lock', 'gone']);
    expect(ids(groups.recent)).toEqual(['connection b', row(2).id, 'lock']);
    expect(ids(groups.connections)).toEqual(['connection a']);
    expect(ids(groups.commands)).not.toContain('lock');
    expect(groups.keys).toEqual([]);
  });

  it('puts first what was chosen before, also among 10,000 keys that are found', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => row(index));
    const chosen = row(9_000).id;
    expect(ids(paletteGroups('key_', { ...OFFER, rows }, [chosen]).keys)[0]).toBe(chosen);
    expect(ids(paletteGroups('a', OFFER, ['connection b', 'sign-out']).connections)[0]).toBe('connection b');
  });

  it('offers nothing about keys where no project is open', () => {
    const commands = commandsFor('nothing');
    expect(commands).toContain('connections');
    for (const command of ['create-key', 'view:review', 'reset-demo'] as const)
      expect(commands).not.toContain(command);
    for (const command of ['search', 'refresh', 'whose-key', 'view:review'] as const)
      expect(commandsFor('all')).toContain(command);
    for (const command of ['create-key', 'view:changes', 'sign-out', 'reset-demo'] as const)
      expect(commandsFor('all')).not.toContain(command);
    expect(commandsFor('demo')).toContain('reset-demo');
    expect(commandsFor('project')).not.toContain('reset-demo');
  });
});
