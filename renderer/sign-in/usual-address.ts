import type { PolicyRules } from '../../shared/policy.ts';

const USUAL_ADDRESS = 'https://api.diga.io';

/** Where nothing else says: what the policy gives or allows first, or the platform's own. */
export function usualAddress({ connections, allowedAddresses }: PolicyRules): string {
  const [given] = connections;
  if (given) return given.address;
  const isFree = allowedAddresses === null || allowedAddresses.includes(USUAL_ADDRESS);
  return isFree ? USUAL_ADDRESS : (allowedAddresses[0] ?? '');
}
