import type { Policy } from '../../shared/policy.ts';
import type { OfflineCopies } from '../keys/offline-copy.ts';

/**
 * The offline copies as the policy has them. Where it turns them off none is read or renewed, and those from before
 * go now; under a policy that cannot be followed they stay where they are, unread, until it can.
 */
export function ruledCopies(copies: OfflineCopies, policy: Policy): OfflineCopies {
  if (policy.rules.offlineCopy) return copies;
  // What the disk does not let go of is tried again at the next start.
  if (policy.kind === 'in-force') void copies.removeAll().catch(() => undefined);
  return {
    ...copies,
    read: async () => ({ kind: 'none' }),
    save: async () => 'off',
    keepOnly: async () => undefined,
  };
}
