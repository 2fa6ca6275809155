import type { Notice } from '../../shared/notice.ts';
import { policyProblemText } from '../policy/policy-text.ts';

/** The one place that turns a notice into words: what is the matter, and what follows. */
export function noticeText(notice: Notice): string {
  switch (notice.kind) {
    case 'settings-damaged':
      return notice.restored
        ? 'The settings file was damaged. The last good settings are in use.'
        : 'The settings file was damaged. The default settings are in use.';
    case 'copy-unreadable':
      return 'The offline copy could not be read. It was put aside, and the list is loaded afresh.';
    case 'copy-not-saved':
      return 'The offline copy could not be saved. The disk may be full or read-only.';
    case 'copy-unprotected':
      return 'The offline copy could not be renewed. The keyring of this computer does not protect it now.';
    case 'policy-broken':
      return `${policyProblemText(notice.problem)} The strictest rules hold. Tell whoever administers this computer.`;
    case 'copy-newer':
      return 'The offline copy was written by a newer version of Keydesk and is left alone. No copy is kept meanwhile.';
    case 'facts-damaged':
      return notice.restored
        ? 'The file of what is known of keys on this computer was damaged. The last good version is in use.'
        : 'The file of what is known of keys on this computer was damaged and put aside. It begins anew.';
  }
}
