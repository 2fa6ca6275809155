import {
  freshColour,
  type KnownConnection,
  type KnownStanding,
  USUAL_SETTINGS,
} from '../../shared/connections.ts';
import { parseAddress } from '../key-api/address.ts';
import { connectionFingerprint } from './connection.ts';
import { type ConnectionFile, type SavedConnection, writtenConnections } from './connection-file.ts';

/** A connection with its token in readable form: it lives in memory only. */
export type OpenConnection = Pick<SavedConnection, 'id' | 'address' | 'name' | 'projectId'> & {
  readonly token: string;
};

/** A connection of the list. One whose token no keyring keeps is not saved either: it is gone with the program. */
export type ConnectionRecord = SavedConnection & { readonly isSaved: boolean };

export type ConnectionRecords = {
  readonly lastUsed: string | null;
  readonly records: readonly ConnectionRecord[];
};

export function foundRecords({ lastUsed, connections }: ConnectionFile): ConnectionRecords {
  return { lastUsed, records: connections.map((one) => ({ ...one, isSaved: true })) };
}

/** What of them is to be written down; null where nothing is. */
export function fileOf({ lastUsed, records }: ConnectionRecords): ConnectionFile | null {
  const connections = records.flatMap(({ isSaved, ...one }) => (isSaved ? [one] : []));
  return connections.length > 0 ? { lastUsed, connections } : null;
}

/** Whether two states look the same on the disk. */
export function isWrittenAlike(one: ConnectionRecords, other: ConnectionRecords): boolean {
  const [first, second] = [fileOf(one), fileOf(other)];
  return first === null || second === null
    ? first === second
    : writtenConnections(first) === writtenConnections(second);
}

export function recordOf({ records }: ConnectionRecords, id: string): ConnectionRecord | null {
  return records.find((record) => record.id === id) ?? null;
}

export function changedRecord(
  now: ConnectionRecords,
  id: string,
  change: Partial<ConnectionRecord>,
): ConnectionRecords {
  return { ...now, records: now.records.map((one) => (one.id === id ? { ...one, ...change } : one)) };
}

export function withoutRecord({ lastUsed, records }: ConnectionRecords, id: string): ConnectionRecords {
  return { lastUsed: lastUsed === id ? null : lastUsed, records: records.filter((one) => one.id !== id) };
}

/** The same list with this connection in it; a new one stands at its end, in a colour that no other has. */
export function withRecord(
  now: ConnectionRecords,
  { token: _, ...connection }: OpenConnection,
  change: Partial<ConnectionRecord>,
): ConnectionRecords {
  if (recordOf(now, connection.id)) return changedRecord(now, connection.id, { ...connection, ...change });
  const settings = { ...USUAL_SETTINGS, colour: freshColour(now.records) };
  const fresh = { token: null, seal: null, isSaved: false, settings };
  return { ...now, records: [...now.records, { ...fresh, ...connection, ...change }] };
}

function shownAddress(address: string): string {
  const parsed = parseAddress(address);
  return parsed.ok ? parsed.value.shown : '';
}

export function knownConnection(
  { id, name, address, settings }: ConnectionRecord,
  standing: KnownStanding,
): KnownConnection {
  return {
    id,
    name: settings.ownName ?? name,
    projectName: name,
    address: shownAddress(address),
    settings,
    standing,
  };
}

/** The fingerprint of a connection that may not be open. */
export function recordFingerprint({ id, address, projectId, name }: ConnectionRecord): string {
  const project = projectId === null ? null : { id: projectId, name };
  return connectionFingerprint({ id, kind: 'api', address: shownAddress(address), project });
}
