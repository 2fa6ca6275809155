import { t } from '../../shared/language/words.ts';
import type { LinkState } from '../../shared/link.ts';
import { shownName } from '../format.ts';

const WAITING = {
  unlocked: t('links.untilUnlocked'),
  'signed-in': t('links.untilSignedIn'),
  stored: t('links.untilStored'),
} as const;

/** Why a link does not lead anywhere now; null where it does. */
export function linkText(state: LinkState): string | null {
  switch (state.kind) {
    case 'none':
    case 'ready':
      return null;
    case 'refused':
      return t('links.refused');
    case 'elsewhere':
      return state.connection
        ? t('links.elsewhere', { name: shownName(state.connection.name) })
        : t('links.unknown');
    case 'waiting':
      return WAITING[state.until];
  }
}
