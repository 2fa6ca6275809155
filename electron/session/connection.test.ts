import { describe, expect, it } from 'vitest';
import { USUAL_LOOK } from '../../shared/connections.ts';
import type { Connection } from '../../shared/session-state.ts';
import { connectionFingerprint } from './connection.ts';

const CONNECTION: Connection = {
  id: 'made-anew-at-each-sign-in',
  name: 'Project',
  look: USUAL_LOOK,
  address: 'https://api.example.com',
  kind: 'api',
  project: { id: 'p1', name: 'Project' },
  standing: 'confirmed',
  user: null,
  refused: { create: false, delete: false },
  tokenStorage: { kind: 'keyring' },
};

describe('connectionFingerprint', () => {
  it('outlives a sign-in, and tells projects and addresses apart', () => {
    const fingerprints = [
      CONNECTION,
      { ...CONNECTION, id: 'another', name: 'Renamed' },
      { ...CONNECTION, project: { id: 'p2', name: 'Project' } },
      { ...CONNECTION, project: null },
      { ...CONNECTION, address: 'https://api.example.org' },
    ].map(connectionFingerprint);
    expect(fingerprints[1]).toBe(fingerprints[0]);
    expect(new Set(fingerprints).size).toBe(4);
    expect(fingerprints[0]).not.toContain('example');
  });

  it('tells two projects of one address apart also where neither can be read', () => {
    const unread = { ...CONNECTION, project: null };
    expect(connectionFingerprint(unread)).not.toBe(connectionFingerprint({ ...unread, id: 'another' }));
  });
});
