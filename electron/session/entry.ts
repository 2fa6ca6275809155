import { fail, ok, type Result } from '../../shared/app-error.ts';
import type { SessionState, TokenStorage } from '../../shared/session-state.ts';
import type { KeyList } from '../keys/key-list.ts';
import { type Admission, admit } from './admission.ts';
import { apiConnection, connectionName } from './connection.ts';
import type { Candidate, SessionHold } from './session-hold.ts';
import type { OpenConnection, TokenVault } from './token-vault.ts';

export type EntryParts = {
  readonly hold: SessionHold;
  readonly vault: TokenVault;
  readonly lists: Pick<KeyList, 'forget'>;
};

type Refusal = Extract<Admission, { readonly kind: 'not-administrator' }>;
type Administrator = Extract<Admission, { readonly kind: 'administrator' }>;

const NOT_KEPT: TokenStorage = { kind: 'memory', reason: 'not-saved' };

function toBeKept({ id, address, token }: Candidate, admission: Administrator): OpenConnection {
  return {
    id,
    address: address.base,
    name: connectionName(address, admission),
    projectId: admission.project?.id ?? null,
    token,
  };
}

/** Whether a project was open under `before` already. One that could not be read may be another one each time. */
function isSameProject(
  before: Pick<OpenConnection, 'address' | 'projectId'> | null,
  next: Pick<OpenConnection, 'address' | 'projectId'>,
): boolean {
  return (
    before !== null &&
    next.projectId !== null &&
    before.projectId === next.projectId &&
    before.address === next.address
  );
}

/** Where a connection is led by what its server says of its token. */
export function createEntry({ hold, vault, lists }: EntryParts) {
  /** What was open before, in this run or an earlier one. */
  const before = async () => hold.behind().kept ?? (await vault.saved());

  /** A list that the disk does not let go of is hidden all the same. */
  const forgetList = (connectionId: string) => lists.forget(connectionId).catch(() => undefined);

  function chooseAmong(next: Candidate, { projects }: Extract<Admission, { kind: 'choose-project' }>) {
    const { shown } = next.address;
    return hold.change({ kind: 'choosing-project', address: shown, projects }, { choosing: next });
  }

  async function refuse(next: Candidate, admission: Refusal) {
    const connection = apiConnection(next.id, next.address, admission, NOT_KEPT);
    const refused = hold.change({ kind: 'not-administrator', connection, role: admission.role });
    await forgetList(next.id);
    return refused;
  }

  /** Signs in. Where this project was open before it stays the same connection, and the list stays on screen. */
  async function letIn(next: Candidate, admission: Administrator, signal: AbortSignal) {
    const last = await before();
    const fresh = toBeKept(next, admission);
    // A key that was made in the open project is of it, also where it may not be asked.
    const same = last?.id === next.id || isSameProject(last, fresh);
    const kept = same && last ? { ...fresh, id: last.id } : fresh;
    const tokenStorage = await vault.save(kept, () => !signal.aborted);
    if (signal.aborted) return fail<SessionState>({ kind: 'cancelled' });
    if (last && !same && tokenStorage.kind === 'keyring') await forgetList(last.id);
    if (signal.aborted) return fail<SessionState>({ kind: 'cancelled' });
    const connection = apiConnection(kept.id, next.address, admission, tokenStorage);
    return hold.change({ kind: 'signed-in', connection }, { open: { ...next, id: kept.id }, kept });
  }

  return {
    forgetList,

    /** Asks the server who this is and goes where that leads. A failure leaves the state as it is. */
    async enter(next: Candidate, projectId: string | null): Promise<Result<SessionState>> {
      const signal = hold.begin();
      const admission = await admit(next.client, projectId, signal);
      if (signal.aborted) return fail({ kind: 'cancelled' });
      if (!admission.ok) return admission;
      switch (admission.value.kind) {
        case 'choose-project':
          return chooseAmong(next, admission.value);
        case 'not-administrator': {
          // The list of this project may be there under the connection it was open as.
          const last = await before();
          if (signal.aborted) return fail({ kind: 'cancelled' });
          const projectOfNext = {
            address: next.address.base,
            projectId: admission.value.project?.id ?? null,
          };
          const id = last && isSameProject(last, projectOfNext) ? last.id : next.id;
          return refuse({ ...next, id }, admission.value);
        }
        case 'administrator':
          return letIn(next, admission.value, signal);
      }
    },

    /** What the server says of a connection whose list was shown before it was asked. */
    async confirm(signal: AbortSignal): Promise<Result<void>> {
      const before = hold.state();
      if (before.kind !== 'signed-in') return fail({ kind: 'no-session' });
      if (before.connection.standing === 'confirmed') return ok(undefined);
      if (before.connection.standing === 'token-refused') return fail({ kind: 'unauthorized' });
      const { open, kept } = hold.behind();
      if (!open) return fail({ kind: 'no-session' });
      const admission = await admit(open.client, kept?.projectId ?? null, signal);
      const state = hold.state();
      if (hold.behind().open !== open || state.kind !== 'signed-in') return fail({ kind: 'cancelled' });
      if (!admission.ok) {
        if (admission.error.kind === 'unauthorized') hold.standAs('token-refused');
        return admission;
      }
      switch (admission.value.kind) {
        case 'choose-project':
          chooseAmong(open, admission.value);
          await forgetList(open.id);
          return fail({ kind: 'no-session' });
        case 'not-administrator':
          await refuse(open, admission.value);
          return fail({ kind: 'forbidden' });
        case 'administrator': {
          const { tokenStorage, refused } = state.connection;
          const connection = apiConnection(open.id, open.address, admission.value, tokenStorage);
          hold.become({ kind: 'signed-in', connection: { ...connection, refused } });
          return ok(undefined);
        }
      }
    },
  };
}
