import { t } from './language/words.ts';
/**
 * The permission catalogue: 4 groups, 19 resources, 3 levels, and pure operations on them.
 *
 * A permission is a string `family.verb`. A level of a resource stands for a set of its family's verbs:
 * No access = none, Read = `view`, Write = `view` and every other verb. Whatever is not one of these sets
 * is **custom**; a family that is not in the catalogue is **other**. Neither is ever dropped.
 */

export const LEVELS = ['none', 'read', 'write'] as const;
export type PermissionLevel = (typeof LEVELS)[number];

export const LEVEL_LABELS = {
  none: t('permissions.none'),
  read: t('permissions.read'),
  write: t('permissions.write'),
} as const satisfies Record<PermissionLevel, string>;

const CRUD = ['create', 'update', 'delete'] as const;

/** The verbs beyond `view` are those of the platform's OpenAPI description, version 0.1.0. */
const CATALOGUE = [
  {
    id: 'communication',
    label: t('permissions.communication'),
    resources: [
      { id: 'calls', label: t('permissions.calls'), description: t('permissions.callsAbout'), verbs: CRUD },
      {
        id: 'messages',
        label: t('permissions.messages'),
        description: t('permissions.messagesAbout'),
        verbs: [],
      },
      {
        id: 'transcriptions',
        label: t('permissions.transcriptions'),
        description: t('permissions.transcriptionsAbout'),
        verbs: [],
      },
      {
        id: 'recordings',
        label: t('permissions.recordings'),
        description: t('permissions.recordingsAbout'),
        verbs: [],
      },
    ],
  },
  {
    id: 'agent-configuration',
    label: t('permissions.agentConfiguration'),
    resources: [
      {
        id: 'agents',
        label: t('permissions.agents'),
        description: t('permissions.agentsAbout'),
        verbs: CRUD,
      },
      {
        id: 'conversational_paths',
        label: t('permissions.conversational_paths'),
        description: t('permissions.pathsAbout'),
        verbs: CRUD,
      },
      {
        id: 'knowledge_bases',
        label: t('permissions.knowledge_bases'),
        description: t('permissions.knowledgeAbout'),
        verbs: CRUD,
      },
      { id: 'tools', label: t('permissions.tools'), description: t('permissions.toolsAbout'), verbs: CRUD },
      { id: 'voices', label: t('permissions.voices'), description: t('permissions.voicesAbout'), verbs: [] },
      {
        id: 'integrations',
        label: t('permissions.integrations'),
        description: t('permissions.integrationsAbout'),
        verbs: CRUD,
      },
      {
        id: 'webhooks',
        label: t('permissions.webhooks'),
        description: t('permissions.webhooksAbout'),
        verbs: CRUD,
      },
    ],
  },
  {
    id: 'contacts-and-data',
    label: t('permissions.contactsAndData'),
    resources: [
      {
        id: 'contacts',
        label: t('permissions.contacts'),
        description: t('permissions.contactsAbout'),
        verbs: ['delete'],
      },
      {
        id: 'stats',
        label: t('permissions.stats'),
        description: t('permissions.statisticsAbout'),
        verbs: [],
      },
      {
        id: 'verifications',
        label: t('permissions.verifications'),
        description: t('permissions.verificationsAbout'),
        verbs: ['create'],
      },
    ],
  },
  {
    id: 'administration',
    label: t('permissions.administration'),
    resources: [
      {
        id: 'phones',
        label: t('permissions.phones'),
        description: t('permissions.phonesAbout'),
        verbs: ['purchase', 'import', 'update', 'delete'],
      },
      {
        id: 'members',
        label: t('permissions.members'),
        description: t('permissions.membersAbout'),
        verbs: CRUD,
      },
      {
        id: 'billing',
        label: t('permissions.billing'),
        description: t('permissions.billingAbout'),
        verbs: ['update'],
      },
      {
        id: 'api_keys',
        label: t('permissions.api_keys'),
        description: t('permissions.apiKeysAbout'),
        verbs: CRUD,
      },
      {
        id: 'notifications',
        label: t('permissions.notifications'),
        description: t('permissions.notificationsAbout'),
        verbs: ['update'],
      },
    ],
  },
] as const;

export type GroupId = (typeof CATALOGUE)[number]['id'];
export type ResourceId = (typeof CATALOGUE)[number]['resources'][number]['id'];

export type Resource = {
  /** The family of the resource's permission strings. */
  readonly id: ResourceId;
  readonly label: string;
  readonly description: string;
  /** The verbs beyond `view`; none of them means that Write cannot be chosen. */
  readonly verbs: readonly string[];
};

export type ResourceGroup = {
  readonly id: GroupId;
  readonly label: string;
  readonly resources: readonly Resource[];
};

export const GROUPS: readonly ResourceGroup[] = CATALOGUE;

/** All 19 resources in the order of the page. */
export const RESOURCES: readonly Resource[] = GROUPS.flatMap((group) => group.resources);

/** One level for each of the 19 resources: what the permission editor holds. */
export type PermissionLevels = Readonly<Record<ResourceId, PermissionLevel>>;

/** What a key may do with one resource. */
export type ResourceAccess =
  | { readonly kind: 'level'; readonly level: PermissionLevel }
  | { readonly kind: 'custom'; readonly verbs: readonly string[] };

export type AccessByResource = {
  readonly resources: Readonly<Record<ResourceId, ResourceAccess>>;
  /** The exact strings of families that the catalogue does not know. */
  readonly other: readonly string[];
};

function eachResource<T>(value: (resource: Resource) => T): Record<ResourceId, T> {
  return Object.fromEntries(RESOURCES.map((resource) => [resource.id, value(resource)])) as Record<
    ResourceId,
    T
  >;
}

export const NO_ACCESS: PermissionLevels = eachResource(() => 'none');

/** Whether the API has a verb beyond `view` for the resource. */
export function canWrite(resource: Resource): boolean {
  return resource.verbs.length > 0;
}

/** The level a resource gets when `level` is asked of it: Write falls to Read where there is no Write. */
export function nearestLevel(resource: Resource, level: PermissionLevel): PermissionLevel {
  return level === 'write' && !canWrite(resource) ? 'read' : level;
}

/** Sets every resource of a group, Write falling to Read where there is no Write. */
export function setGroupLevel(
  levels: PermissionLevels,
  groupId: GroupId,
  level: PermissionLevel,
): PermissionLevels {
  const group = GROUPS.find(({ id }) => id === groupId);
  if (!group) return levels;
  const changed = group.resources.map((resource) => [resource.id, nearestLevel(resource, level)]);
  return { ...levels, ...Object.fromEntries(changed) };
}

export type LevelCounts = Readonly<Record<PermissionLevel, number>>;

export function countLevels(levels: PermissionLevels): LevelCounts {
  const counts = { none: 0, read: 0, write: 0 };
  for (const level of Object.values(levels)) counts[level] += 1;
  return counts;
}

function verbsOf(resource: Resource, level: PermissionLevel): readonly string[] {
  switch (level) {
    case 'none':
      return [];
    case 'read':
      return ['view'];
    case 'write':
      return ['view', ...resource.verbs];
  }
}

/**
 * The permission strings of a choice of levels, in the order of the catalogue.
 * @param carried exact strings that the editor cannot show (custom sets, other families); kept as they are.
 */
export function permissionsFor(levels: PermissionLevels, carried: readonly string[] = []): readonly string[] {
  const chosen = RESOURCES.flatMap((resource) =>
    verbsOf(resource, nearestLevel(resource, levels[resource.id])).map((verb) => `${resource.id}.${verb}`),
  );
  return [...new Set([...chosen, ...carried])];
}

/** Family and verb of a permission string; the verb of a string without a dot is empty. */
function splitPermission(permission: string): { family: string; verb: string } {
  const dot = permission.indexOf('.');
  return dot < 0
    ? { family: permission, verb: '' }
    : { family: permission.slice(0, dot), verb: permission.slice(dot + 1) };
}

function accessOf(resource: Resource, verbs: ReadonlySet<string>): ResourceAccess {
  const level = LEVELS.find((candidate) => {
    const wanted = verbsOf(resource, candidate);
    return nearestLevel(resource, candidate) === candidate && wanted.length === verbs.size
      ? wanted.every((verb) => verbs.has(verb))
      : false;
  });
  return level ? { kind: 'level', level } : { kind: 'custom', verbs: [...verbs] };
}

/** Reads permission strings into one access a resource; nothing is lost (see {@link permissionsOf}). */
export function readPermissions(permissions: readonly string[]): AccessByResource {
  const verbs = new Map<string, Set<string>>(RESOURCES.map(({ id }) => [id, new Set()]));
  const other: string[] = [];
  for (const permission of new Set(permissions)) {
    const { family, verb } = splitPermission(permission);
    const known = verb === '' ? undefined : verbs.get(family);
    if (known) known.add(verb);
    else other.push(permission);
  }
  return {
    resources: eachResource((resource) => accessOf(resource, verbs.get(resource.id) ?? new Set())),
    other,
  };
}

/** Permissions as the editor holds them. */
export type ChosenPermissions = {
  readonly levels: PermissionLevels;
  /** Exact strings that no level tells: custom sets and other families. */
  readonly carried: readonly string[];
};

/** Permission strings for the editor; nothing is lost: the inverse of {@link permissionsFor}, but for order. */
export function choosePermissions(permissions: readonly string[]): ChosenPermissions {
  const { resources } = readPermissions(permissions);
  const levels = eachResource(({ id }) => {
    const access = resources[id];
    return access.kind === 'level' ? access.level : 'none';
  });
  const told = new Set(permissionsFor(levels));
  return { levels, carried: [...new Set(permissions)].filter((permission) => !told.has(permission)) };
}

/** The permission strings of an access; the inverse of {@link readPermissions}, but for order and repeats. */
export function permissionsOf(access: AccessByResource): readonly string[] {
  const known = RESOURCES.flatMap((resource) => {
    const held = access.resources[resource.id];
    const verbs = held.kind === 'custom' ? held.verbs : verbsOf(resource, held.level);
    return verbs.map((verb) => `${resource.id}.${verb}`);
  });
  return [...known, ...access.other];
}
