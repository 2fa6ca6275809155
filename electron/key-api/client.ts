import type { KeyRow, NewKey } from '../../shared/api-key.ts';
import { fail, ok, type Result } from '../../shared/app-error.ts';
import type { LoadOutcome } from '../../shared/contract.ts';
import type { Project } from '../../shared/session-state.ts';
import { withRequest } from './requests.ts';
import type { Transport } from './transport.ts';
import { inTurns } from './turns.ts';
import { estimateTotal, walkPages } from './walk.ts';
import { type CreatedKey, newKeyOnWire, readCreateAnswer, readKey } from './wire.ts';
import { isId } from './wire-fields.ts';
import { type Page, readPage } from './wire-page.ts';
import { type Member, readMember, readProject } from './wire-project.ts';

/** Rows of the list as they come. */
export type KeyPage = {
  /** Only rows that no earlier page had. */
  readonly rows: readonly KeyRow[];
  /** The number of keys in the whole list as the first page tells it, or null; at most one page too many. */
  readonly estimatedTotal: number | null;
};

/** The key API of one connection. Nothing here throws for an expected failure: see `AppError`. */
export type KeyApiClient = {
  /**
   * Walks the whole list, newest first. `partial` where the server ended it in a way that leaves open whether it
   * was whole. After an error the rows handed on so far stay good.
   */
  readonly listKeys: (onPage: (page: KeyPage) => void, signal: AbortSignal) => Promise<Result<LoadOutcome>>;
  /** Whether this token may read the list: `ok`, or `forbidden` among the other errors. */
  readonly canListKeys: (signal: AbortSignal) => Promise<Result<void>>;
  /** Sent once. `outcome-unknown` where a key may exist, `secret-missing` where it does and its secret is lost. */
  readonly createKey: (key: NewKey, signal: AbortSignal) => Promise<Result<CreatedKey>>;
  /** `alreadyGone` where the server knows of no such key (404): what was asked for is the case. */
  readonly deleteKey: (id: string, signal: AbortSignal) => Promise<Result<{ readonly alreadyGone: boolean }>>;
  readonly listProjects: (signal: AbortSignal) => Promise<Result<readonly Project[]>>;
  readonly whoAmI: (projectId: string, signal: AbortSignal) => Promise<Result<Member>>;
};

const KEYS = '/v1/api_key/';
const PROJECTS = '/v1/project/';

/** The API's own bounds of a page (its OpenAPI description, 0.1.0), and how many pages are ever asked for. */
const KEYS_A_PAGE = 1_000;
const PROJECTS_A_PAGE = 50;
const MAX_KEY_PAGES = 10_000;
const MAX_PROJECT_PAGES = 40;

const NOT_THE_KEY_API = { kind: 'not-the-key-api', status: 200 } as const;

/** Reads the rows of page after page and drops those that came before, by their id. */
function createKeyReader() {
  const seen = new Set<string>();
  let position = 0;
  let estimatedTotal: number | null = null;
  let isFirst = true;
  return async (page: Page) => {
    if (isFirst) estimatedTotal = estimateTotal(page, MAX_KEY_PAGES);
    isFirst = false;
    const before = seen.size;
    const rows: KeyRow[] = [];
    const take = (wire: unknown): void => {
      const row = readKey(wire, position);
      position += 1;
      if (row.id !== null && seen.has(row.id)) return;
      if (row.id !== null) seen.add(row.id);
      rows.push(row);
    };
    for await (const piece of inTurns(page.rows)) for (const wire of piece) take(wire);
    return { rows, estimatedTotal, fresh: seen.size - before };
  };
}

export function createKeyApiClient(transport: Transport): KeyApiClient {
  function pageOf(path: string, limit: number, after: string | null, signal: AbortSignal) {
    return transport.get(path, { limit, order: 'desc', ...(after === null ? {} : { after }) }, signal);
  }

  async function listKeys(onPage: (page: KeyPage) => void, signal: AbortSignal) {
    const read = createKeyReader();
    return walkPages({
      maxPages: MAX_KEY_PAGES,
      ask: (after) => pageOf(KEYS, KEYS_A_PAGE, after, signal),
      take: async (page) => {
        const { rows, estimatedTotal, fresh } = await read(page);
        onPage({ rows, estimatedTotal });
        return fresh;
      },
    });
  }

  async function createKey(key: NewKey, signal: AbortSignal): Promise<Result<CreatedKey>> {
    const answer = await transport.post(KEYS, newKeyOnWire(key), signal);
    if (!answer.ok) return answer;
    const read = readCreateAnswer(answer.value, key);
    switch (read.kind) {
      case 'created':
        return ok(read.created);
      case 'secret-missing':
        return fail(withRequest(read, answer.request));
      case 'unreadable':
        return fail(withRequest({ kind: 'outcome-unknown', cause: 'unreadable-answer' }, answer.request));
    }
  }

  async function deleteKey(id: string, signal: AbortSignal) {
    if (!isId(id)) return fail<{ alreadyGone: boolean }>({ kind: 'unexpected' });
    const answer = await transport.delete(`/v1/api_key/${encodeURIComponent(id)}`, signal);
    if (answer.ok) return ok({ alreadyGone: false });
    return answer.error.kind === 'not-found' ? ok({ alreadyGone: true }) : answer;
  }

  async function listProjects(signal: AbortSignal): Promise<Result<readonly Project[]>> {
    const projects = new Map<string, Project>();
    const walk = await walkPages({
      maxPages: MAX_PROJECT_PAGES,
      ask: (after) => pageOf(PROJECTS, PROJECTS_A_PAGE, after, signal),
      take: (page) => {
        const before = projects.size;
        for (const row of page.rows) {
          const project = readProject(row);
          if (project) projects.set(project.id, project);
        }
        return projects.size - before;
      },
    });
    return walk.ok ? ok([...projects.values()]) : walk;
  }

  async function whoAmI(projectId: string, signal: AbortSignal): Promise<Result<Member>> {
    if (!isId(projectId)) return fail({ kind: 'unexpected' });
    const path = `/v1/project/${encodeURIComponent(projectId)}/member/me`;
    const answer = await transport.get(path, {}, signal);
    if (!answer.ok) return answer;
    const member = readMember(answer.value);
    return member ? ok(member) : fail(withRequest(NOT_THE_KEY_API, answer.request));
  }

  async function canListKeys(signal: AbortSignal): Promise<Result<void>> {
    const answer = await pageOf(KEYS, 1, null, signal);
    if (!answer.ok) return answer;
    return readPage(answer.value) ? ok(undefined) : fail(withRequest(NOT_THE_KEY_API, answer.request));
  }

  return { listKeys, canListKeys, createKey, deleteKey, listProjects, whoAmI };
}
