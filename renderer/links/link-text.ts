import type { LinkState } from '../../shared/link.ts';

const WAITING = {
  unlocked: 'A link was opened. It waits until the window is unlocked.',
  'signed-in': 'A link was opened. It waits until you are signed in.',
  stored: 'A link was opened. It waits until the new key is stored.',
} as const;

/** Why a link does not lead anywhere now; null where it does. */
export function linkText(state: LinkState): string | null {
  switch (state.kind) {
    case 'none':
    case 'ready':
      return null;
    case 'refused':
      return 'This link is none that Keydesk knows. Nothing was done.';
    case 'elsewhere':
      return 'This link is about a project that is not open here. Nothing was done.';
    case 'waiting':
      return WAITING[state.until];
  }
}
