import { type AppError, fail, ok, type Result } from '../../shared/app-error.ts';
import { USUAL_SETTINGS } from '../../shared/connections.ts';
import type { SessionState, TokenStorage } from '../../shared/session-state.ts';
import type { KeyList } from '../keys/key-list.ts';
import { type Admission, admit } from './admission.ts';
import { apiConnection, connectionName } from './connection.ts';
import type { ConnectionRecord, OpenConnection } from './connection-records.ts';
import type { Connections } from './connections.ts';
import type { Candidate, SessionHold } from './session-hold.ts';

export type EntryParts = {
  readonly hold: SessionHold;
  readonly connections: Pick<Connections, 'find' | 'ofProject' | 'keep' | 'used' | 'named' | 'refuse'>;
  readonly lists: Pick<KeyList, 'forget'>;
  /** Why what is open must not be left now; null where it may. */
  readonly whyNotLeave: () => AppError | null;
};

type Refusal = Extract<Admission, { readonly kind: 'not-administrator' }>;
type Administrator = Extract<Admission, { readonly kind: 'administrator' }>;

const NOT_KEPT: TokenStorage = { kind: 'memory', reason: 'not-saved' };

function toBeKept(id: string, { address, token }: Candidate, admission: Administrator): OpenConnection {
  return {
    id,
    address: address.base,
    name: connectionName(address, admission),
    projectId: admission.project?.id ?? null,
    token,
  };
}

/** Where a connection is led by what its server says of its token. */
export function createEntry({ hold, connections, lists, whyNotLeave }: EntryParts) {
  const settingsOf = (id: string) => connections.find(id)?.settings ?? USUAL_SETTINGS;

  /** A list that the disk does not let go of is hidden all the same. */
  const forgetList = (connectionId: string) => lists.forget(connectionId).catch(() => undefined);

  /** The connection of the list that this one is. Where no project can be read, only its person can say so. */
  function inList({ address, id, typedFor }: Candidate, projectId: string | null): ConnectionRecord | null {
    const typed = typedFor === null ? null : connections.find(typedFor);
    if (projectId === null && typed?.projectId === null && typed.address === address.base) return typed;
    return connections.ofProject(address.base, projectId) ?? connections.find(id);
  }

  /** Why the window must stay where it is: it may always go on with the connection that it shows. */
  function whyNotGoTo(id: string): AppError | null {
    const now = hold.state();
    const isOpen = 'connection' in now && now.connection.id === id;
    return isOpen ? null : whyNotLeave();
  }

  function chooseAmong(next: Candidate, { projects }: Extract<Admission, { kind: 'choose-project' }>) {
    const hindrance = whyNotGoTo(next.id);
    if (hindrance) return fail<SessionState>(hindrance);
    const { shown } = next.address;
    return hold.change({ kind: 'choosing-project', address: shown, projects }, { choosing: next });
  }

  async function refuse(next: Candidate, admission: Refusal) {
    const id = inList(next, admission.project?.id ?? null)?.id ?? next.id;
    const hindrance = whyNotGoTo(id);
    if (hindrance) return fail<SessionState>(hindrance);
    const connection = apiConnection({ ...next, id }, admission, settingsOf(id), NOT_KEPT);
    const refused = hold.change({ kind: 'not-administrator', connection, role: admission.role });
    hold.forget(id);
    await forgetList(id);
    return refused;
  }

  /** Signs in. A project that is in the list already stays the same connection, and its list stays on screen. */
  async function letIn(next: Candidate, admission: Administrator, signal: AbortSignal) {
    const projectId = admission.project?.id ?? null;
    const id = inList(next, projectId)?.id ?? next.id;
    // Another key may stand for another project: nothing says whose the list is that was kept.
    if (projectId === null && id === next.typedFor) await forgetList(id);
    const kept = toBeKept(id, next, admission);
    const tokenStorage = await connections.keep(kept, () => !signal.aborted);
    if (signal.aborted) return fail<SessionState>({ kind: 'cancelled' });
    const hindrance = whyNotGoTo(id);
    if (hindrance) return fail<SessionState>(hindrance);
    const connection = apiConnection({ ...next, id }, admission, settingsOf(id), tokenStorage);
    const signedIn = hold.change({ kind: 'signed-in', connection }, { open: { ...next, id }, kept });
    void connections.used(id);
    return signedIn;
  }

  return {
    forgetList,
    settingsOf,
    whyNotGoTo,

    /** Asks the server who this is and goes where that leads. A failure leaves the state as it is. */
    async enter(next: Candidate, projectId: string | null): Promise<Result<SessionState>> {
      const signal = hold.begin();
      const admission = await admit(next.client, projectId, signal);
      if (signal.aborted) return fail({ kind: 'cancelled' });
      if (!admission.ok) return admission;
      switch (admission.value.kind) {
        case 'choose-project':
          return chooseAmong(next, admission.value);
        case 'not-administrator':
          return refuse(next, admission.value);
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
        if (admission.error.kind === 'unauthorized') {
          hold.standAs('token-refused');
          connections.refuse(open.id);
        }
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
          const connection = apiConnection(open, admission.value, settingsOf(open.id), tokenStorage);
          hold.become({ kind: 'signed-in', connection: { ...connection, refused } });
          void connections.named(open.id, connectionName(open.address, admission.value));
          return ok(undefined);
        }
      }
    },
  };
}
