import type { Bridge } from '../../shared/contract.ts';
import type { LinkState } from '../../shared/link.ts';
import { useTold } from '../use-told.ts';

export const NO_LINK: LinkState = { kind: 'none' };
const ask = (bridge: Bridge) => bridge.getLink();

/** The last link that was opened, as main has it. */
export function useLink(): LinkState {
  return useTold('linkChanged', ask, NO_LINK);
}
