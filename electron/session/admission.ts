import { type AppError, fail, ok, type Result } from '../../shared/app-error.ts';
import type { Project, SignedInUser } from '../../shared/session-state.ts';
import type { KeyApiClient } from '../key-api/client.ts';

/** What a token may do here, as its server says. */
export type Admission =
  | { readonly kind: 'administrator'; readonly project: Project | null; readonly user: SignedInUser | null }
  | {
      readonly kind: 'not-administrator';
      readonly project: Project | null;
      readonly user: SignedInUser | null;
      readonly role: string | null;
    }
  /** The token reads several projects and none of them has been chosen yet. */
  | { readonly kind: 'choose-project'; readonly projects: readonly Project[] };

/** How a server refuses the role calls to a token that is not a person's. */
function isRefusal(error: AppError): boolean {
  return error.kind === 'unauthorized' || error.kind === 'forbidden' || error.kind === 'not-found';
}

/** A project key serves as token: it has no role, so the list decides. A dead token ends here as well. */
async function admitKey(
  client: KeyApiClient,
  project: Project | null,
  signal: AbortSignal,
): Promise<Result<Admission>> {
  const list = await client.canListKeys(signal);
  if (list.ok) return ok({ kind: 'administrator', project, user: null });
  return list.error.kind === 'forbidden'
    ? ok({ kind: 'not-administrator', project, user: null, role: null })
    : list;
}

/**
 * Finds out whether a token is let in: a person's token by its role, a key's by what the list answers.
 * @param projectId the project chosen before, for a token that reads several.
 */
export async function admit(
  client: KeyApiClient,
  projectId: string | null,
  signal: AbortSignal,
): Promise<Result<Admission>> {
  const listed = await client.listProjects(signal);
  if (!listed.ok && !isRefusal(listed.error)) return listed;
  const projects = listed.ok ? listed.value : [];
  const project =
    projects.find(({ id }) => id === projectId) ?? (projects.length === 1 ? projects[0] : undefined);
  if (!project) {
    return projects.length > 1 ? ok({ kind: 'choose-project', projects }) : admitKey(client, null, signal);
  }

  const me = await client.whoAmI(project.id, signal);
  if (!me.ok) return isRefusal(me.error) ? admitKey(client, project, signal) : fail(me.error);
  const { user, role } = me.value;
  return role === 'admin'
    ? ok({ kind: 'administrator', project, user })
    : ok({ kind: 'not-administrator', project, user, role });
}
