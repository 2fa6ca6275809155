import type { ApiKey } from '../../shared/api-key.ts';

/** A key for tests: "Key ID", restricted, without permissions. */
export function sampleKey(id: string, more: Partial<ApiKey> = {}): ApiKey {
  return {
    kind: 'key',
    id,
    name: `Key ${id}`,
    lastFour: 'a1b2',
    createdAt: 1_700_000_000_000,
    creatorId: null,
    restricted: true,
    permissions: [],
    ...more,
  };
}
