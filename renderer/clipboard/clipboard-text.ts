import type { ClipboardState } from '../../shared/security-state.ts';

/** Whether the key that was copied is the one in view, or some key. */
export type CopiedKey = 'this' | 'some';

const SUBJECTS = {
  this: { leaves: 'Copied. It leaves the clipboard', stays: 'Copied. It stays on the clipboard' },
  some: { leaves: 'A copied key leaves the clipboard', stays: 'A copied key stays on the clipboard' },
} as const;

/** "in 58 seconds", "in 4:58". */
function inSeconds(seconds: number): string {
  if (seconds <= 0) return 'now';
  if (seconds > 60) return `in ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return `in ${seconds} second${seconds === 1 ? '' : 's'}`;
}

/** What is said of a copied key while it lies on the clipboard, or after it may have been left there. */
export function clipboardText(state: ClipboardState, copied: CopiedKey, secondsLeft: number): string {
  switch (state.kind) {
    case 'clean':
      return '';
    case 'holding': {
      const { leaves, stays } = SUBJECTS[copied];
      const words =
        state.clearsAt === null
          ? `${stays} until you copy something else`
          : `${leaves} ${inSeconds(secondsLeft)}`;
      return state.concealed ? words : `${words}; a clipboard history may keep it`;
    }
    case 'left-alone':
      return 'The key may still be on the clipboard: this system did not let Keydesk look.';
  }
}
