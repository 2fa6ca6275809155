import { locale, t } from '../../shared/language/words.ts';
import {
  canWrite,
  countLevels,
  GROUPS,
  type GroupId,
  LEVELS,
  nearestLevel,
  type PermissionLevel,
  type PermissionLevels,
  type Resource,
  type ResourceId,
} from '../../shared/permissions.ts';

export type CatalogueResource = Resource & { readonly id: ResourceId };

export type CatalogueGroup = {
  readonly id: GroupId;
  readonly label: string;
  readonly resources: readonly CatalogueResource[];
};

export const CATALOGUE: readonly CatalogueGroup[] = GROUPS;

/**
 * The groups with the resources that match every word of the query, by label, description or group.
 * A group without a match is left out.
 */
export function filterGroups(query: string): readonly CatalogueGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return CATALOGUE;
  return CATALOGUE.map((group) => ({
    ...group,
    resources: group.resources.filter((resource) => {
      const text = `${resource.label} ${resource.description} ${group.label}`.toLowerCase();
      return words.every((word) => text.includes(word));
    }),
  })).filter((group) => group.resources.length > 0);
}

/** What was most likely looked for: the first whose name begins so, else the first that matches at all. */
export function bestMatch(query: string): CatalogueResource | undefined {
  const found = filterGroups(query).flatMap(({ resources }) => resources);
  const wanted = query.trim().toLowerCase();
  return found.find(({ label }) => label.toLowerCase().startsWith(wanted)) ?? found[0];
}

/** The level that setting all of them would give; null where they differ. */
export function commonLevel(
  resources: readonly CatalogueResource[],
  levels: PermissionLevels,
): PermissionLevel | null {
  return (
    LEVELS.find((level) =>
      resources.every((resource) => levels[resource.id] === nearestLevel(resource, level)),
    ) ?? null
  );
}

/** "5 read, 2 write, 12 no access" */
export function sumLine(levels: PermissionLevels): string {
  const { read, write, none } = countLevels(levels);
  return t('permissions.sum', { read, write, none });
}

/** Why Write cannot be chosen for a resource. */
export function noWriteReason(resource: Resource): string {
  return t('permissions.noWrite', { resource: resource.label });
}

/** What is said when Write was asked of a whole group and some of it only got Read; empty when all got it. */
export function fallbackNote(resources: readonly Resource[], level: PermissionLevel): string {
  const labels = level === 'write' ? resources.filter((resource) => !canWrite(resource)) : [];
  if (labels.length === 0) return '';
  const list = new Intl.ListFormat(locale()).format(labels.map(({ label }) => label));
  return t('permissions.withoutWrite', { list, count: labels.length });
}
