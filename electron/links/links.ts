import type { Link, LinkState, LinkWait } from '../../shared/link.ts';
import type { LinkPlace } from './link-place.ts';
import { isLink, readLink } from './read-link.ts';

export type LinksParts = {
  /** What a link has to wait for now. */
  readonly wait: () => LinkWait;
  /** Where the connection that a link names is to be found. */
  readonly placeOf: (connection: string | null) => LinkPlace;
  readonly onChange: (state: LinkState) => void;
};

export type Links = ReturnType<typeof createLinks>;

const NONE: LinkState = { kind: 'none' };

/** Keeps the last `keydesk:` link until the page has taken it up; it does nothing by itself. */
export function createLinks({ wait, placeOf, onChange }: LinksParts) {
  let last: Link | 'unknown' | null = null;
  let told: LinkState = NONE;

  function state(): LinkState {
    if (last === null) return NONE;
    if (last === 'unknown') return { kind: 'refused' };
    const until = wait();
    const place = until === null || until === 'signed-in' ? placeOf(last.connection) : null;
    // To another connection one may go from everywhere.
    if (place !== null && place !== 'here') return { kind: 'elsewhere', connection: place };
    if (until) return { kind: 'waiting', until };
    return place === 'here' ? { kind: 'ready', link: last } : { kind: 'elsewhere', connection: null };
  }

  /** What a link waits for may have come to pass, or begun. */
  function look(): void {
    const now = state();
    if (JSON.stringify(now) === JSON.stringify(told)) return;
    told = now;
    onChange(now);
  }

  return {
    state,
    look,
    /** A link was opened somewhere on this computer: by anybody, and with any text. The newest counts. */
    receive(text: string): void {
      last = readLink(text) ?? 'unknown';
      look();
    },
    /** The page has taken it up, or the person has read what became of it. */
    close(): void {
      last = null;
      look();
    },
  };
}

/** The link among the arguments of a start, where the system hands it over so; null where there is none. */
export function linkIn(argv: readonly string[]): string | null {
  return argv.find(isLink) ?? null;
}
