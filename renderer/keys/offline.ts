import type { AppError } from '../../shared/app-error.ts';
import type { LoadState } from './keys-state.ts';

/** Whether the failure means that the key API could not be asked, so that the list on screen is all there is. */
export function isOffline({ kind }: AppError): boolean {
  switch (kind) {
    case 'server-not-found':
    case 'connection-refused':
    case 'network':
    case 'certificate':
    case 'proxy-login':
    case 'redirect-refused':
    case 'timeout':
    case 'server-error':
    case 'not-the-key-api':
      return true;
    default:
      return false;
  }
}

/** Why the list on screen is not fresh; null where it is, or where its first loading goes on. */
export function listProblem(load: LoadState): AppError | null {
  if (load.kind === 'failed') return load.error;
  return load.kind === 'loading' ? load.after : null;
}

export function isOfflineNow(load: LoadState): boolean {
  const problem = listProblem(load);
  return problem !== null && isOffline(problem);
}
