import type { KeyRow } from '../../shared/api-key.ts';
import type { AppError } from '../../shared/app-error.ts';
import type { Connection } from '../../shared/session-state.ts';
import { type KeyApiAddress, parseAddress } from '../key-api/address.ts';
import type { KeyApiClient } from '../key-api/client.ts';
import { admit } from '../session/admission.ts';
import { apiConnection } from '../session/connection.ts';
import type { ConnectionRecord } from '../session/connection-records.ts';
import type { Connections } from '../session/connections.ts';

export type ReadProjectParts = {
  readonly connections: Pick<Connections, 'tokenOf'>;
  readonly clientFor: (address: KeyApiAddress, token: string) => KeyApiClient;
};

/** What came of reading a project. */
export type ReadProject =
  | {
      readonly kind: 'list';
      readonly connection: Connection;
      readonly rows: readonly KeyRow[];
      readonly isWhole: boolean;
    }
  /** There is no token, or the keyring does not open it now. */
  | { readonly kind: 'no-token' }
  | { readonly kind: 'dead-token' }
  /** The token may not see the keys (any more), or not those of this project. */
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'failed'; readonly error: AppError };

function failed(error: AppError): ReadProject {
  return error.kind === 'unauthorized' ? { kind: 'dead-token' } : { kind: 'failed', error };
}

/**
 * Reads the list of a connection that need not be open, by a client of its own: the token opens for the address that it
 * was typed for alone, and its server has to let it in first, as where the connection is opened.
 */
export async function readProject(
  { connections, clientFor }: ReadProjectParts,
  record: ConnectionRecord,
  signal: AbortSignal,
): Promise<ReadProject> {
  const held = await connections.tokenOf(record.id);
  const address = parseAddress(record.address);
  if (!held || !address.ok) return { kind: 'no-token' };
  const client = clientFor(address.value, held.token);
  const admission = await admit(client, record.projectId, signal);
  if (!admission.ok) return failed(admission.error);
  if (admission.value.kind !== 'administrator') return { kind: 'not-allowed' };
  const place = { id: record.id, address: address.value };
  const connection = apiConnection(place, admission.value, record.settings, held.storage);
  return readList(client, connection, signal);
}

async function readList(
  client: KeyApiClient,
  connection: Connection,
  signal: AbortSignal,
): Promise<ReadProject> {
  const rows: KeyRow[] = [];
  const walked = await client.listKeys((page) => void rows.push(...page.rows), signal);
  if (!walked.ok) return walked.error.kind === 'forbidden' ? { kind: 'not-allowed' } : failed(walked.error);
  return { kind: 'list', connection, rows, isWhole: walked.value.kind === 'complete' };
}
