import type { Bridge } from '../../shared/contract.ts';
import type { ClipboardState } from '../../shared/security-state.ts';
import { useTold } from '../use-told.ts';

export const CLEAN: ClipboardState = { kind: 'clean' };
const ask = (bridge: Bridge) => bridge.getClipboard();

/** What main knows of the clipboard after a key was copied. */
export function useClipboard(): ClipboardState {
  return useTold('clipboardChanged', ask, CLEAN);
}
