import { describe, expect, it } from 'vitest';
import type { Connection } from '../../shared/session-state.ts';
import { connectionFingerprint } from './connection.ts';

const CONNECTION: Connection = {
  id: 'made-anew-at-each-sign-in',
  name: 'Project',
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
});
