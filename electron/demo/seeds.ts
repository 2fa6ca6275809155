import { PERMISSION_NAMES } from './permission-names.ts';
import type { WireKey } from './wire.ts';

/** One key that is seeded: what a person decides of it, its age, and what is odd about it on the wire. */
export type KeySeed = {
  readonly name: string;
  readonly maker: 'you' | 'colleague' | 'former-colleague';
  readonly ageInDays: number;
  readonly access: 'unrestricted' | { readonly permissions: readonly string[] | null };
  readonly wire?: Partial<WireKey>;
};

/** The permission strings of families at a level: `{ calls: 'write', contacts: 'read' }`. */
export function levels(
  chosen: Readonly<Record<string, 'read' | 'write'>>,
  ...custom: readonly string[]
): { readonly permissions: readonly string[] } {
  const names = PERMISSION_NAMES.filter((name) => {
    const level = chosen[name.slice(0, name.indexOf('.'))];
    return level === 'write' || (level === 'read' && name.endsWith('.view'));
  });
  return { permissions: [...names, ...custom] };
}

const LONG_NAME = `Nightly export to the data warehouse ${'of_every_call_and_every_contact_'.repeat(6)}(do not delete)`;

/** Right-to-left override (U+202E), zero-width space (U+200B) and an emoji of several code points. */
const DISGUISED_NAME = 'Invoices_\u202Egnp.exe\u200B \u{1F469}\u200D\u{1F4BB}\u{1F511}';

/** The demo's keys, the newest first. Together they hold every case that a list can meet. */
export const SEEDS: readonly KeySeed[] = [
  {
    name: 'CRM_Production',
    maker: 'you',
    ageInDays: 0.1,
    access: levels({ contacts: 'write', calls: 'read', transcriptions: 'read', stats: 'read' }),
  },
  {
    name: 'Mobile_App_Staging',
    maker: 'you',
    ageInDays: 3,
    access: levels({ agents: 'read', calls: 'read', messages: 'read', voices: 'read' }),
  },
  {
    name: 'Booking_App',
    maker: 'colleague',
    ageInDays: 9,
    access: levels({ calls: 'write', contacts: 'read', agents: 'read', notifications: 'write' }),
  },
  // The level "Custom": a verb without `view`, and some of a family's verbs.
  { name: 'Dialer_Bridge', maker: 'you', ageInDays: 17, access: levels({}, 'calls.create') },
  {
    name: 'Number_Procurement',
    maker: 'colleague',
    ageInDays: 25,
    access: levels({ billing: 'read' }, 'phones.view', 'phones.purchase', 'webhooks.delete'),
  },
  // Families that the page does not show.
  {
    name: 'Workflow_Runner',
    maker: 'you',
    ageInDays: 38,
    access: levels({ agents: 'read', workflows: 'write' }, 'companies.update', 'logs.view'),
  },
  { name: 'CRM_Query', maker: 'you', ageInDays: 52, access: levels({ contacts: 'read' }) },
  // Restricted without one permission: both ways to say it.
  { name: 'Webhook_Relay', maker: 'colleague', ageInDays: 71, access: { permissions: [] } },
  { name: 'Reporting_Bot', maker: 'former-colleague', ageInDays: 96, access: { permissions: null } },
  // A row that cannot be read.
  {
    name: 'Half_Migrated_Import',
    maker: 'former-colleague',
    ageInDays: 120,
    access: levels({ contacts: 'read' }),
    wire: { last_four_digits: null },
  },
  // Names that try something.
  {
    name: '<img src=x onerror=alert(1)>',
    maker: 'colleague',
    ageInDays: 149,
    access: levels({ messages: 'read' }),
  },
  { name: '{{constructor}}', maker: 'colleague', ageInDays: 180, access: levels({ tools: 'read' }) },
  { name: DISGUISED_NAME, maker: 'former-colleague', ageInDays: 214, access: levels({ recordings: 'read' }) },
  { name: LONG_NAME, maker: 'you', ageInDays: 251, access: levels({ calls: 'read', contacts: 'read' }) },
  {
    name: '=HYPERLINK("https://example.com","Open")',
    maker: 'former-colleague',
    ageInDays: 293,
    access: levels({ stats: 'read' }),
  },
  // Two keys of one name.
  {
    name: 'Partner_Sync',
    maker: 'you',
    ageInDays: 340,
    access: levels({ contacts: 'write', integrations: 'write' }),
  },
  {
    name: 'Partner_Sync',
    maker: 'former-colleague',
    ageInDays: 398,
    access: levels({ contacts: 'read', integrations: 'read' }),
  },
  // A date that cannot be.
  {
    name: 'Clock_Drift_Test',
    maker: 'colleague',
    ageInDays: 455,
    access: levels({ verifications: 'write' }),
    wire: { created_date: '275760-09-14T00:00:00Z' },
  },
  { name: 'Local_Development', maker: 'you', ageInDays: 530, access: 'unrestricted' },
  {
    name: 'Key_Rotation_Job',
    maker: 'you',
    ageInDays: 612,
    access: levels({ api_keys: 'write', members: 'read', notifications: 'read' }),
  },
  { name: 'Terraform_CI', maker: 'colleague', ageInDays: 705, access: { permissions: PERMISSION_NAMES } },
  {
    name: 'Data_Warehouse_Export',
    maker: 'colleague',
    ageInDays: 811,
    access: { permissions: PERMISSION_NAMES.filter((name) => name.endsWith('.view')) },
  },
  { name: 'Legacy_Backend', maker: 'former-colleague', ageInDays: 940, access: 'unrestricted' },
  { name: 'First_Key', maker: 'former-colleague', ageInDays: 1094, access: 'unrestricted' },
];
