import { z } from 'zod';
import {
  COLOURS,
  CONNECTION_NAME_LENGTH,
  ENVIRONMENT_NAME_LENGTH,
  ENVIRONMENTS,
  USUAL_SETTINGS,
} from '../../shared/connections.ts';

const VERSION = 2;

/** How a connection may look: the same for what is saved and for what the page asks for. */
export const connectionSettings = z.strictObject({
  ownName: z.string().trim().min(1).max(CONNECTION_NAME_LENGTH).nullable(),
  environment: z.enum(ENVIRONMENTS),
  environmentName: z.string().trim().max(ENVIRONMENT_NAME_LENGTH),
  colour: z.enum(COLOURS),
  typesNameToDelete: z.boolean().nullable(),
});

const base = {
  id: z.uuid(),
  address: z.string(),
  /** The project's name, or the host where none could be read. */
  name: z.string(),
  projectId: z.string().nullable(),
};

const savedConnection = z.object({
  ...base,
  settings: connectionSettings,
  /** The address and its token as the keyring encrypted them, in base64; null after a sign-out. */
  token: z.string().nullable(),
  /** The address alone in the same way: after a sign-out it tells whether the one above is still the same. */
  seal: z.string().nullable(),
});

export type SavedConnection = z.infer<typeof savedConnection>;

/** What lies in the profile: the connections in their order, and which one was open last. */
export type ConnectionFile = {
  readonly lastUsed: string | null;
  readonly connections: readonly SavedConnection[];
};

export const NO_CONNECTIONS: ConnectionFile = { lastUsed: null, connections: [] };

/** Of the first version, which knew one connection. */
const firstConnection = z
  .object({ ...base, token: z.string() })
  .transform((one): SavedConnection => ({ ...one, settings: USUAL_SETTINGS, seal: null }));

const content = z.discriminatedUnion('version', [
  z.object({ version: z.literal(1), connections: z.array(z.unknown()) }),
  z.object({
    version: z.literal(VERSION),
    lastUsed: z.string().nullable(),
    connections: z.array(z.unknown()),
  }),
]);

const newer = z.object({ version: z.number().gt(VERSION) });

export type FoundConnections =
  | {
      readonly kind: 'found';
      readonly file: ConnectionFile /** Some of them cannot be read. */;
      readonly damaged: boolean;
    }
  | { readonly kind: 'damaged' }
  /** Written by a newer version of the program. */
  | { readonly kind: 'newer' };

/** Reads what lies there, one connection at a time: one that is damaged takes none of the others with it. */
export function parseConnections(text: string): FoundConnections {
  try {
    const json: unknown = JSON.parse(text);
    if (newer.safeParse(json).success) return { kind: 'newer' };
    const parsed = content.parse(json);
    const one = parsed.version === 1 ? firstConnection : savedConnection;
    const read = parsed.connections.map((each) => one.safeParse(each));
    const connections = read.flatMap(({ data }) => (data ? [data] : []));
    const lastUsed = parsed.version === 1 ? (connections[0]?.id ?? null) : parsed.lastUsed;
    return { kind: 'found', file: { lastUsed, connections }, damaged: connections.length < read.length };
  } catch {
    return { kind: 'damaged' };
  }
}

export function writtenConnections({ lastUsed, connections }: ConnectionFile): string {
  return JSON.stringify({ version: VERSION, lastUsed, connections });
}
