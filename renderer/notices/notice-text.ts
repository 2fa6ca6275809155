import { t } from '../../shared/language/words.ts';
import type { Notice } from '../../shared/notice.ts';
import { policyProblemText } from '../policy/policy-text.ts';

/** The one place that turns a notice into words: what is the matter, and what follows. */
export function noticeText(notice: Notice): string {
  switch (notice.kind) {
    case 'settings-damaged':
      return notice.restored ? t('notices.settingsRestored') : t('notices.settingsDefault');
    case 'copy-unreadable':
      return t('notices.copyUnreadable');
    case 'copy-not-saved':
      return t('notices.copyNotSaved');
    case 'copy-unprotected':
      return t('notices.copyUnprotected');
    case 'policy-broken':
      return t('notices.policyBroken', { problem: policyProblemText(notice.problem) });
    case 'copy-newer':
      return t('notices.copyNewer');
    case 'facts-damaged':
      return notice.restored ? t('notices.factsRestored') : t('notices.factsBegunAnew');
  }
}
