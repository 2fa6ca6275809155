import type { Bridge } from '../../shared/contract.ts';
import type { Notice } from '../../shared/notice.ts';
import { useTold } from '../use-told.ts';

export const NO_NOTICES: readonly Notice[] = [];
const ask = (bridge: Bridge) => bridge.getNotices();

/** The notices of main, as they come and go. */
export function useNotices(): readonly Notice[] {
  return useTold('noticesChanged', ask, NO_NOTICES);
}
