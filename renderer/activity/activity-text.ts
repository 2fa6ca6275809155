import type { ActivityEntry } from '../../shared/activity.ts';
import type { AppErrorKind } from '../../shared/app-error.ts';
import { t } from '../../shared/language/words.ts';

export function actionText(action: ActivityEntry['action']): string {
  return action === 'create' ? t('activity.create') : t('common.delete');
}

/** Short words for why a call failed; the dialog of the call had the whole sentence. */
function failureText(error: AppErrorKind): string {
  switch (error) {
    case 'unauthorized':
      return t('activity.tokenNotAccepted');
    case 'forbidden':
      return t('activity.notAllowed');
    case 'rejected':
      return t('activity.notAccepted');
    case 'rate-limited':
      return t('activity.askedToWait');
    case 'server-not-found':
    case 'connection-refused':
    case 'network':
    case 'timeout':
    case 'certificate':
    case 'proxy-login':
    case 'redirect-refused':
      return t('activity.notReached');
    case 'server-error':
    case 'not-the-key-api':
    case 'answer-too-large':
      return t('activity.serverProblem');
    default:
      return t('activity.wentWrong');
  }
}

/** What a call came to. */
export function resultText({ action, result }: Pick<ActivityEntry, 'action' | 'result'>): string {
  switch (result.kind) {
    case 'done':
      return action === 'create' ? t('common.created') : t('activity.deleted');
    case 'already-gone':
      return t('activity.wasGone');
    case 'unknown':
      return t('activity.notKnown');
    case 'failed':
      return t('activity.failed', { reason: failureText(result.error) });
  }
}
