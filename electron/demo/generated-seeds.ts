import { PERMISSION_NAMES } from './permission-names.ts';
import { type KeySeed, levels } from './seeds.ts';

const PRODUCTS = [
  ...['CRM', 'Booking', 'Billing', 'Helpdesk', 'Dispatch', 'Loyalty', 'Payments', 'Inventory', 'Claims'],
  ...['Clinic', 'Reservations', 'Recruiting', 'Survey', 'Onboarding', 'Collections', 'Concierge', 'Fleet'],
];
const PURPOSES = [
  ...['App', 'Backend', 'Sync', 'Export', 'Import', 'Webhook', 'Dashboard', 'Bot', 'Worker', 'Gateway'],
  ...['Reports', 'Alerts', 'Archive'],
];
const STAGES = ['Production', 'Staging', 'Test', 'Development', 'EU', 'US', 'Backup'];

const MAKERS = ['you', 'colleague', 'former-colleague'] as const;

/** What keys of a real project are allowed. */
const ACCESS: readonly KeySeed['access'][] = [
  'unrestricted',
  levels({ contacts: 'read' }),
  levels({ contacts: 'write' }),
  levels({ contacts: 'write', calls: 'read' }),
  levels({ contacts: 'write', calls: 'write' }),
  levels({ contacts: 'read', calls: 'write', agents: 'read' }),
  levels({ contacts: 'read', stats: 'read' }),
  levels({ calls: 'read' }),
  levels({ calls: 'write' }),
  levels({ calls: 'read', recordings: 'read' }),
  levels({ calls: 'read', transcriptions: 'read' }),
  levels({ calls: 'read', recordings: 'read', transcriptions: 'read', messages: 'read' }),
  levels({ calls: 'write', phones: 'read' }),
  levels({ messages: 'read' }),
  levels({ transcriptions: 'read', stats: 'read' }),
  levels({ stats: 'read' }),
  levels({ stats: 'read', billing: 'read' }),
  levels({ agents: 'read' }),
  levels({ agents: 'write' }),
  levels({ agents: 'write', conversational_paths: 'write', voices: 'read' }),
  levels({ agents: 'write', knowledge_bases: 'write', tools: 'write' }),
  levels({ knowledge_bases: 'write' }),
  levels({ knowledge_bases: 'read', tools: 'read' }),
  levels({ tools: 'write', integrations: 'read' }),
  levels({ integrations: 'write' }),
  levels({ integrations: 'write', webhooks: 'write' }),
  levels({ webhooks: 'read' }),
  levels({ webhooks: 'write', notifications: 'read' }),
  levels({ verifications: 'write' }),
  levels({ verifications: 'write', phones: 'read' }),
  levels({ phones: 'write' }),
  levels({ members: 'read' }),
  levels({ members: 'write', notifications: 'write' }),
  levels({ billing: 'write' }),
  levels({ api_keys: 'read' }),
  levels({ api_keys: 'write' }),
  levels({}, 'calls.create'),
  levels({ contacts: 'read' }, 'phones.update', 'phones.view'),
  levels({ workflows: 'write' }, 'logs.view'),
  { permissions: PERMISSION_NAMES },
  { permissions: PERMISSION_NAMES.filter((name) => name.endsWith('.view')) },
];

/** Older than each of the seeded cases, and ten minutes apart. */
const OLDEST_SEED_IN_DAYS = 3 * 365;
const STEP_IN_DAYS = 10 / (24 * 60);

function pick<T>(list: readonly T[], index: number): T {
  const picked = list[index % list.length];
  if (picked === undefined) throw new RangeError('Nothing to pick from');
  return picked;
}

/** The seed number `index` of as many as are wanted: always the same, and each name only once. */
export function generatedSeed(index: number): KeySeed {
  const words = [
    pick(PRODUCTS, index),
    pick(PURPOSES, Math.floor(index / PRODUCTS.length)),
    pick(STAGES, Math.floor(index / (PRODUCTS.length * PURPOSES.length))),
  ];
  const round = Math.floor(index / (PRODUCTS.length * PURPOSES.length * STAGES.length));
  return {
    name: [...words, ...(round > 0 ? [round + 1] : [])].join('_'),
    maker: pick(MAKERS, index),
    ageInDays: OLDEST_SEED_IN_DAYS + index * STEP_IN_DAYS,
    access: pick(ACCESS, index),
  };
}
