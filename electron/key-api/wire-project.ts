import { z } from 'zod';
import type { Project, SignedInUser } from '../../shared/session-state.ts';
import { fieldsOf, id } from './wire-fields.ts';

/** A project, or null for a row that cannot be chosen. */
export function readProject(row: unknown): Project | null {
  const fields = fieldsOf(row);
  const projectId = id.safeParse(fields.id).data;
  if (projectId === undefined) return null;
  return { id: projectId, name: z.string().min(1).safeParse(fields.name).data ?? projectId };
}

export type Member = {
  readonly user: SignedInUser;
  /** `admin`, `member`, `reader`, or whatever else the server calls it; null where it says nothing. */
  readonly role: string | null;
};

const optionalText = z.string().nullish().catch(null);

const memberOnWire = z.object({
  id: z.string().min(1),
  email: z.string().catch(''),
  first_name: optionalText,
  last_name: optionalText,
  role: z.object({ name: optionalText }).nullish().catch(null),
});

/** Who a token belongs to, or null where the answer tells of nobody. */
export function readMember(answer: unknown): Member | null {
  const member = memberOnWire.safeParse(answer).data;
  if (!member) return null;
  const fullName = [member.first_name, member.last_name].filter(Boolean).join(' ').trim();
  return {
    user: { id: member.id, name: fullName === '' ? null : fullName, email: member.email },
    role: member.role?.name ?? null,
  };
}
