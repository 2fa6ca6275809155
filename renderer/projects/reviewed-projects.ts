import type { ApiKey } from '../../shared/api-key.ts';
import { type LocalFacts, NO_FACTS } from '../../shared/local-facts.ts';
import type { ReviewedProject } from '../review/reviewed-project.ts';
import { idWithin, withOwnId } from './project-rows.ts';
import type { ProjectState } from './projects-store.ts';

/** The projects as the review takes them: each with what this computer knows of its keys. */
export function reviewedProjects(projects: ReadonlyMap<string, ProjectState>): readonly ReviewedProject[] {
  return [...projects].map(([connectionId, { rows, facts, userId }]) => ({
    keys: rows.map(({ row }) => row).filter((row): row is ApiKey => row.kind === 'key'),
    facts,
    userId,
    own: (key) => withOwnId(connectionId, key),
  }));
}

/** What is known of the keys of all projects, under their ids among all. Replacements are each project's own matter. */
export function factsOfAll(projects: ReadonlyMap<string, ProjectState>): LocalFacts {
  const all = [...projects];
  return {
    ...NO_FACTS,
    keys: Object.fromEntries(
      all.flatMap(([connectionId, { facts }]) =>
        Object.entries(facts.keys).map(([id, known]) => [idWithin(connectionId, id), known] as const),
      ),
    ),
    dismissed: all.flatMap(([connectionId, { facts }]) =>
      facts.dismissed.map((each) => ({ ...each, keyId: idWithin(connectionId, each.keyId) })),
    ),
  };
}
