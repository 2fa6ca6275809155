import { createHash } from 'node:crypto';
import { type ConnectionSettings, USUAL_LOOK } from '../../shared/connections.ts';
import type { Connection, Standing, TokenStorage } from '../../shared/session-state.ts';
import type { KeyApiAddress } from '../key-api/address.ts';
import type { Admission } from './admission.ts';

/** Of an admission, or of an earlier one that was kept: whose keys these are, and who asks. */
type Owner = Pick<Exclude<Admission, { readonly kind: 'choose-project' }>, 'project' | 'user'>;

/** There is one demo: its connection is the same each time. */
export const DEMO_ID = 'demo';
/** It has one fingerprint as well: what is noted of it stays in memory, for it shall not make a keyring ask. */
export const DEMO_FINGERPRINT = 'demo';

const NOTHING_REFUSED = { create: false, delete: false } as const;

/** What a connection is called: its project, or its host where no project could be read. */
export function connectionName(address: KeyApiAddress, owner: Owner): string {
  return owner.project?.name ?? address.host;
}

/** A connection as its person has named and coloured it. */
export function asSet(connection: Connection, settings: ConnectionSettings, projectName: string): Connection {
  const { ownName, ...look } = settings;
  return { ...connection, name: ownName ?? projectName, look };
}

/** A connection to a server, as the page sees it. */
export function apiConnection(
  { id, address }: { readonly id: string; readonly address: KeyApiAddress },
  owner: Owner,
  settings: ConnectionSettings,
  tokenStorage: TokenStorage,
  standing: Standing = 'confirmed',
): Connection {
  const { ownName, ...look } = settings;
  return {
    id,
    kind: 'api',
    name: ownName ?? connectionName(address, owner),
    look,
    address: address.shown,
    project: owner.project,
    standing,
    user: owner.user,
    refused: NOTHING_REFUSED,
    tokenStorage,
  };
}

/** The demo project, as the page sees it. */
export function demoConnection({ project, user }: Owner): Connection {
  return {
    id: DEMO_ID,
    kind: 'demo',
    name: project?.name ?? 'Demo project',
    look: USUAL_LOOK,
    address: null,
    project,
    standing: 'confirmed',
    user,
    refused: NOTHING_REFUSED,
    tokenStorage: { kind: 'demo' },
  };
}

/**
 * Tells the connections of this computer apart, over every start and sign-in: the project at its address. Two tokens
 * of one project are one connection; where no project is known, each connection of the list is one of its own.
 */
export function connectionFingerprint({
  id,
  kind,
  address,
  project,
}: Pick<Connection, 'id' | 'kind' | 'address' | 'project'>): string {
  if (kind === 'demo') return DEMO_FINGERPRINT;
  return createHash('sha256')
    .update(`${address} ${project?.id ?? id}`)
    .digest('hex')
    .slice(0, 32);
}
