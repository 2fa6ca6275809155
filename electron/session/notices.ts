import type { Notice, NoticeKind } from '../../shared/notice.ts';

export type Notices = {
  /** One of each kind at most; the same again changes nothing. */
  raise(notice: Notice): void;
  /** What it told is no longer so: the next one of its kind is news. */
  withdraw(kind: NoticeKind): void;
  /** The person has read it. It does not come again as long as it goes on. */
  dismiss(kind: NoticeKind): void;
  /** Those that have not been dismissed, oldest first. */
  list(): readonly Notice[];
};

const isSame = (one: Notice, other: Notice): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What the person must know about this computer's storage, until it has been read or has passed. */
export function createNotices(onChange: (notices: readonly Notice[]) => void): Notices {
  const raised = new Map<NoticeKind, { readonly notice: Notice; readonly dismissed: boolean }>();

  const list = (): readonly Notice[] =>
    [...raised.values()].flatMap(({ notice, dismissed }) => (dismissed ? [] : [notice]));

  return {
    list,
    raise(notice) {
      const known = raised.get(notice.kind);
      if (known && isSame(known.notice, notice)) return;
      raised.set(notice.kind, { notice, dismissed: false });
      onChange(list());
    },
    withdraw(kind) {
      const known = raised.get(kind);
      raised.delete(kind);
      if (known && !known.dismissed) onChange(list());
    },
    dismiss(kind) {
      const known = raised.get(kind);
      if (!known || known.dismissed) return;
      raised.set(kind, { notice: known.notice, dismissed: true });
      onChange(list());
    },
  };
}
