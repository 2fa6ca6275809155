import { t } from '../../shared/language/words.ts';
import type { ClipboardState } from '../../shared/security-state.ts';

/** Whether the key that was copied is the one in view, or some key. */
export type CopiedKey = 'this' | 'some';

/** "Copied. It leaves the clipboard in 58 seconds", "… in 4:58". */
function leavesText(copied: CopiedKey, seconds: number): string {
  if (seconds <= 0) return t(`clipboard.${copied}LeavesNow`);
  if (seconds <= 60) return t(`clipboard.${copied}LeavesIn`, { count: seconds });
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return t(`clipboard.${copied}LeavesAt`, { time });
}

/** What is said of a copied key while it lies on the clipboard, or after it may have been left there. */
export function clipboardText(state: ClipboardState, copied: CopiedKey, secondsLeft: number): string {
  switch (state.kind) {
    case 'clean':
      return '';
    case 'holding': {
      const words = state.clearsAt === null ? t(`clipboard.${copied}Stays`) : leavesText(copied, secondsLeft);
      return state.concealed ? words : t('clipboard.historyMayKeep', { words });
    }
    case 'left-alone':
      return t('clipboard.leftAlone');
  }
}
