import type { KnownConnection } from '../../shared/connections.ts';
import { t } from '../../shared/language/words.ts';
import { errorText } from '../error-text.ts';
import { relativeDate, shownName } from '../format.ts';
import type { ProjectState } from './projects-store.ts';

/** What is to be said of a project that is not up to date. */
export type Told = {
  readonly connection: KnownConnection;
  readonly words: string;
  /** Another token would help. */
  readonly needsToken: boolean;
};

function wordsOf({ reading, savedAt }: ProjectState, name: string, now: number): string | null {
  const when = savedAt === null ? null : relativeDate(savedAt, Math.max(now, savedAt));
  switch (reading.kind) {
    case 'waiting':
    case 'reading':
    case 'fresh':
      return null;
    case 'partial':
      return t('projects.maybeNotWhole', { name });
    case 'not-allowed':
      return t('projects.notAllowed', { name });
    case 'needs-token':
      return when === null
        ? t('projects.needsToken', { name })
        : t('projects.needsTokenCopy', { name, when });
    case 'failed': {
      const { sentence } = errorText(reading.error);
      return when === null
        ? t('projects.notRead', { name, sentence })
        : t('projects.fromCopy', { name, when, sentence });
    }
  }
}

/** The projects that are not up to date, and why: each for itself. */
export function toldOf(
  connections: readonly KnownConnection[],
  projects: ReadonlyMap<string, ProjectState>,
  now: number,
): readonly Told[] {
  return connections.flatMap((connection) => {
    const project = projects.get(connection.id);
    const words = project ? wordsOf(project, shownName(connection.name), now) : null;
    return words === null ? [] : [{ connection, words, needsToken: project?.reading.kind === 'needs-token' }];
  });
}
