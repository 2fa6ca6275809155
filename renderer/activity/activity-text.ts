import type { ActivityEntry } from '../../shared/activity.ts';
import type { AppErrorKind } from '../../shared/app-error.ts';

export function actionText(action: ActivityEntry['action']): string {
  return action === 'create' ? 'Create' : 'Delete';
}

/** Short words for why a call failed; the dialog of the call had the whole sentence. */
function failureText(error: AppErrorKind): string {
  switch (error) {
    case 'unauthorized':
      return 'the token was not accepted';
    case 'forbidden':
      return 'not allowed';
    case 'rejected':
      return 'not accepted by the server';
    case 'rate-limited':
      return 'the server asked to wait';
    case 'server-not-found':
    case 'connection-refused':
    case 'network':
    case 'timeout':
    case 'certificate':
    case 'proxy-login':
    case 'redirect-refused':
      return 'the server could not be reached';
    case 'server-error':
    case 'not-the-key-api':
    case 'answer-too-large':
      return 'the server had a problem';
    default:
      return 'something went wrong in Keydesk';
  }
}

/** What a call came to. */
export function resultText({ action, result }: Pick<ActivityEntry, 'action' | 'result'>): string {
  switch (result.kind) {
    case 'done':
      return action === 'create' ? 'Created' : 'Deleted';
    case 'already-gone':
      return 'Was already gone';
    case 'unknown':
      return 'Not known: there was no clear answer';
    case 'failed':
      return `Failed: ${failureText(result.error)}`;
  }
}
