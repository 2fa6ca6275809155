import type { SeenRequest } from './fault-request.ts';
import type { FaultServer } from './fault-server.ts';
import type { WireKey } from './keys.ts';
import type { Ledger } from './soak-ledger.ts';
import { type Seen, topmost } from './soak-window.ts';

/** A POST of the program, and what the window has told of it. */
type Post = {
  readonly name: string;
  told: 'nothing' | 'key' | 'may exist' | 'without secret';
  /** The person has been told and has said what becomes of it. */
  isSettled: boolean;
};

/** What a press of a button allows the program to send, at most. */
type Leave = { readonly creates: 0 | 1; readonly deletes: 0 | 1; readonly deleting: string | null };

/** What the program sends and tells, against what the person asked for. */
export type Told = {
  /** A button is about to be pressed. */
  readonly allow: (leave: Partial<Leave>) => void;
  /** Takes notice of what the window says. */
  readonly see: (seen: Seen) => void;
  /** The person says that the new key is stored. */
  readonly settleNewest: () => void;
  /** The person settles the attempt that the create dialog asks about. */
  readonly settleAsked: () => void;
  /** The person settles the attempt of this name that is told above the table. */
  readonly settle: (name: string) => void;
  /** The dialog takes up an attempt of this name. */
  readonly ask: (name: string) => void;
  /** Signed out: all of it is forgotten. */
  readonly forget: () => void;
  /** What is wrong; nothing, as a rule. */
  readonly faults: (seen: Seen, onServer: readonly WireKey[]) => readonly string[];
};

const CREATE_DIALOG = 'Create an API Key';
const SECRET_DIALOG = 'Your new API key';

const nameOf = ({ body }: SeenRequest): string => (JSON.parse(body) as { readonly name: string }).name;

export function createTold(server: FaultServer, ledger: Ledger): Told {
  const posts: Post[] = [];
  let leave: Leave = { creates: 0, deletes: 0, deleting: null };
  let sentBefore = { creates: 0, deletes: 0 };
  /** Which attempt the dialog asks about: the newest one's, unless another has been taken up since. */
  let asked: { readonly name: string | null; readonly after: number } = { name: null, after: 0 };

  function takePosts(): void {
    for (const request of server.requestsOf('create').slice(posts.length)) {
      posts.push({ name: nameOf(request), told: 'nothing', isSettled: false });
    }
  }

  const dialogOf = ({ dialogs }: Seen, title: string) => dialogs.find((dialog) => dialog.title === title);

  function tell(post: Post | undefined, told: Post['told']): void {
    if (post?.told === 'nothing') post.told = told;
  }

  const newestOf = (name: string): Post | undefined => posts.findLast((post) => post.name === name);

  /** What a dialog says while a call is under way is about the one before. */
  function seeDialogs(seen: Seen): void {
    const newest = posts.at(-1);
    if (!newest || seen.isSending) return;
    if (dialogOf(seen, SECRET_DIALOG)) tell(newest, 'key');
    const { text = '' } = dialogOf(seen, CREATE_DIALOG) ?? {};
    if (text.includes('the server did not send the key')) tell(newest, 'without secret');
    if (!text.includes('This key may exist')) return;
    tell(newest, 'may exist');
    if (asked.after !== posts.length) asked = { name: newest.name, after: posts.length };
  }

  function see(seen: Seen): void {
    takePosts();
    for (const { text } of seen.notices) {
      const [, name = '', said] = /^(.*) (may exist|was created)/.exec(text) ?? [];
      tell(newestOf(name), said === 'may exist' ? 'may exist' : 'key');
    }
    seeDialogs(seen);
  }

  /** More than the person has asked for. */
  function excess(): readonly string[] {
    const creates = server.requestsOf('create').length - sentBefore.creates;
    const deletes = server.requestsOf('delete').slice(sentBefore.deletes);
    const { deleting } = leave;
    const foreign = deletes.filter(
      ({ path }) => deleting && !deleting.includes(path.split('/').at(-1) ?? '?'),
    );
    return [
      ...(creates > leave.creates ? [`${creates} POSTs where ${leave.creates} was asked for`] : []),
      ...(deletes.length > leave.deletes
        ? [`${deletes.length} DELETEs where ${leave.deletes} was asked for`]
        : []),
      ...foreign.map(({ path }) => `${path} was deleted, which nobody asked for`),
    ];
  }

  /** Keys that are there and that nobody was told of. */
  function untold(onServer: readonly WireKey[]): readonly string[] {
    const ids = new Set(onServer.map(({ id }) => id));
    return ledger.made
      .filter(({ key, post }) => ids.has(key.id) && posts[post]?.told === 'nothing')
      .map(({ key }) => `${key.name} (${key.id}) is on the server, and nobody was told`);
  }

  /** Attempts that were told and are told no more, although nobody has settled them. */
  function lost(seen: Seen, onServer: readonly WireKey[]): readonly string[] {
    if (seen.heading !== 'API Keys' || dialogOf(seen, SECRET_DIALOG)) return [];
    const ids = new Set(onServer.map(({ id }) => id));
    const isThere = (post: Post) =>
      ledger.made.some((made) => posts[made.post] === post && ids.has(made.key.id));
    const create = dialogOf(seen, CREATE_DIALOG);
    const inDialog = (post: Post) => {
      if (create === undefined) return false;
      const isLeftover = post.told === 'without secret' && create.text.includes('did not send the key');
      return isLeftover || post.name === asked.name || post === posts.at(-1);
    };
    const remove = dialogOf(seen, 'Delete API key')?.text ?? '';
    const isDeleting = (post: Post) =>
      ledger.made.some((made) => posts[made.post] === post && remove.includes(made.key.id));
    const above = ({ name }: Post) =>
      seen.notices.some(
        ({ text }) => text.startsWith(`${name} may exist`) || text.startsWith(`${name} was created`),
      );
    return posts
      .filter(({ told, isSettled }) => told !== 'nothing' && !isSettled)
      .filter((post) => post.told === 'may exist' || isThere(post))
      .filter((post) => !inDialog(post) && !isDeleting(post) && !above(post))
      .map(({ name, told }) => `${name} (${told}) is told no more, and nobody has settled it`);
  }

  /** A key is shown that is none. */
  function untrue(seen: Seen): readonly string[] {
    const shown = dialogOf(seen, SECRET_DIALOG);
    if (!shown) return [];
    const newest = ledger.made.at(-1);
    const isTrue = newest !== undefined && shown.text.includes(newest.key.name);
    return isTrue ? [] : [`A key is shown that the server did not make: ${shown.text.slice(0, 200)}`];
  }

  /** The create dialog claims that there is no new key, and there is one. */
  function denied(seen: Seen, onServer: readonly WireKey[]): readonly string[] {
    const panel = topmost(seen);
    if (!panel?.text.includes('No new key of this name is in the list') || seen.isBusy) return [];
    const ids = new Set(onServer.map(({ id }) => id));
    const isMeant = (made: Ledger['made'][number]) => {
      const post = posts[made.post];
      return (
        ids.has(made.key.id) && post?.name === asked.name && post?.told === 'may exist' && !post.isSettled
      );
    };
    return ledger.made
      .filter(isMeant)
      .map(({ key }) => `"No new key of this name": ${key.name} is there. ${panel.text}`);
  }

  function settleWhere(isMeant: (post: Post) => boolean): void {
    for (const post of posts) if (isMeant(post)) post.isSettled = true;
  }

  return {
    allow({ creates = 0, deletes = 0, deleting = null }) {
      takePosts();
      leave = { creates, deletes, deleting };
      sentBefore = { creates: posts.length, deletes: server.requestsOf('delete').length };
    },
    see,
    settleNewest: () => settleWhere((post) => post === posts.at(-1)),
    settleAsked: () => settleWhere(({ name }) => name === asked.name),
    settle: (name) => settleWhere((post) => post.name === name),
    ask: (name) => {
      asked = { name, after: posts.length };
    },
    forget: () => settleWhere(({ told }) => told !== 'nothing'),
    faults: (seen, onServer) => [
      ...excess(),
      ...untold(onServer),
      ...lost(seen, onServer),
      ...untrue(seen),
      ...denied(seen, onServer),
    ],
  };
}
