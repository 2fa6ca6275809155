import { type Context, Hono } from 'hono';
import { type Caller, personOf } from './access.ts';
import { pageQuery, paginate, type Sequence } from './pagination.ts';
import { ROLE_PERMISSIONS } from './permission-names.ts';
import { refuse } from './refusals.ts';
import type { ApiState, Person, StoredProject } from './state.ts';
import { guid, parseInput, parseQuery } from './validation.ts';
import type { Role, WireMember, WireProject } from './wire.ts';

export type ProjectRoutesOptions = {
  readonly identify: (request: Request) => Caller;
  readonly state: () => Pick<ApiState, 'projects' | 'people'>;
};

const listQuery = pageQuery({ max: 50, usual: 10 });

const ROLE_IDS: Readonly<Record<Role, string>> = {
  admin: '7d2f0f4e-7a51-4f3c-9a0e-30a1c0de0001',
  member: '7d2f0f4e-7a51-4f3c-9a0e-30a1c0de0002',
  reader: '7d2f0f4e-7a51-4f3c-9a0e-30a1c0de0003',
};

/** The calls on `/v1/project/`: open to each person of the project, closed to keys. */
export function projectRoutes({ identify, state }: ProjectRoutesOptions): Hono {
  const personFor = ({ req }: Context): Person => personOf(identify(req.raw));

  const routes = new Hono();
  routes.get('/', (c) => {
    personFor(c);
    const { projects, people } = state();
    const query = parseQuery(listQuery, c.req.url);
    return c.json(paginate(sequenceOf(projects), query, (project) => toWire(project, people.length)));
  });

  routes.get('/:id/member/me', (c) => {
    const person = personFor(c);
    const id = parseInput(guid, c.req.param('id'), ['path', 'project_id']);
    if (!state().projects.some((project) => project.id === id)) throw refuse('PROJECT_NOT_FOUND');
    return c.json(memberOf(person));
  });

  const notAllowed = (): never => {
    throw refuse('METHOD_NOT_ALLOWED');
  };
  return routes.all('/', notAllowed).all('/:id/member/me', notAllowed);
}

function sequenceOf(projects: readonly StoredProject[]): Sequence<StoredProject> {
  return {
    count: () => projects.length,
    slice: (start, end) => projects.slice(start, end),
    placeOf: (id) => {
      const start = projects.findIndex((project) => project.id === id);
      return start < 0 ? null : { start, end: start + 1 };
    },
  };
}

function toWire({ id, name, description }: StoredProject, membersCount: number): WireProject {
  return { id, name, ...(description !== null && { description }), members_count: membersCount };
}

function memberOf({ id, email, firstName, lastName, role, addedAt }: Person): WireMember {
  return {
    id,
    email,
    ...(firstName !== null && { first_name: firstName }),
    ...(lastName !== null && { last_name: lastName }),
    role: { id: ROLE_IDS[role], name: role, permissions: ROLE_PERMISSIONS[role] },
    added_at: addedAt,
  };
}
