import type { KeyTrial } from '../../shared/secret-use.ts';
import type { KeyApiClient } from '../key-api/client.ts';
import { parseToken } from '../key-api/token.ts';

/** Longer than this nobody waits to hear whether a key works. */
const LONGEST_MS = 15_000;

/**
 * Asks the server for one row of the list with a new key. A key that may not read the list is accepted all the same;
 * an answer of another kind says nothing of the key.
 * @param clientWith a client of the connection that shows this token; null where nobody is signed in.
 */
export async function tryKey(
  secret: string,
  clientWith: (token: string) => KeyApiClient | null,
): Promise<KeyTrial> {
  const token = parseToken(secret);
  const client = token.ok ? clientWith(token.value) : null;
  if (!client) return 'not-known';
  const answer = await client.canListKeys(AbortSignal.timeout(LONGEST_MS));
  if (answer.ok || answer.error.kind === 'forbidden') return 'accepted';
  return answer.error.kind === 'unauthorized' ? 'refused' : 'not-known';
}
