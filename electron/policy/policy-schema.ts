import { z } from 'zod';
import { CLIPBOARD_SECONDS, LOCK_MINUTES } from '../../shared/security-state.ts';
import { parseAddress } from '../key-api/address.ts';

const address = z
  .string()
  .max(2_000)
  .refine((text) => parseAddress(text).ok, 'Not the address of a key API')
  .meta({ pattern: '^https?://', examples: ['https://api.diga.io'] });

const connection = z.strictObject({
  name: z.string().min(1).max(100).describe('What it is called where it is offered.'),
  address: address.describe('The address of its key API.'),
});

/** The address as the client compares it; as it stands where it is none. */
export function baseOf(text: string): string {
  const parsed = parseAddress(text);
  return parsed.ok ? parsed.value.base : text;
}

function isAmong(addresses: readonly string[], wanted: string): boolean {
  return addresses.some((each) => baseOf(each) === baseOf(wanted));
}

const between = ({ least, most }: { readonly least: number; readonly most: number }) =>
  z.int().min(least).max(most);

/** The policy file, version 1. A name that is not known is a mistake: else a misspelt rule would rule nothing. */
export const policyFile = z
  .strictObject({
    $schema: z.string().optional().describe('Where this schema lies; for editors.'),
    version: z.literal(1).describe('The version of the format.'),
    allowedAddresses: z
      .array(address)
      .max(100)
      .optional()
      .describe('The only API addresses that Keydesk asks. An empty list allows none.'),
    connections: z
      .array(connection)
      .max(100)
      .optional()
      .describe('Connections to offer at the sign-in. Tokens have no place here.'),
    clipboardSeconds: between(CLIPBOARD_SECONDS)
      .optional()
      .describe('Seconds after which a copied key is cleared from the clipboard at the latest.'),
    lockMinutes: between(LOCK_MINUTES)
      .optional()
      .describe(
        'Minutes without a touch after which the window locks at the latest, where it can be unlocked.',
      ),
    offlineCopy: z.boolean().optional().describe('false: no list of keys is kept on this computer.'),
    updates: z.boolean().optional().describe('false: Keydesk does not look for updates.'),
    demo: z.boolean().optional().describe('false: the demo project cannot be opened.'),
  })
  .refine(
    ({ allowedAddresses, connections = [] }) =>
      !allowedAddresses || connections.every((one) => isAmong(allowedAddresses, one.address)),
    'A connection is not allowed',
  )
  .meta({
    title: 'The policy of a computer for Keydesk',
    description: 'One file in a folder that only an administrator can write.',
  });

export type PolicyFile = z.infer<typeof policyFile>;

/** The same as JSON Schema, for editors and for whoever hands out the file. */
export function policyJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(policyFile), null, 2)}\n`;
}
