import { useEffect, useEffectEvent, useState } from 'react';
import type { AppError, Result } from '../../shared/app-error.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { useBridge } from '../bridge.ts';
import { isOffline } from '../keys/offline.ts';
import { retryPause } from '../keys/retry-pause.ts';
import { settled } from '../settled.ts';

/**
 * Tries again to open what could not be opened: when it is asked to, by itself where the failure may pass, and when
 * the computer is on a network again.
 */
export function useRetry(error: AppError, onResult: (result: Result<SessionState>) => Result<SessionState>) {
  const bridge = useBridge();
  const [failed, setFailed] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const [retryAt, setRetryAt] = useState<number | null>(null);
  const [failures, setFailures] = useState(1);
  const shown = failed ?? error;

  const retry = async () => {
    if (busy) return;
    setBusy(true);
    const result = onResult(await settled(bridge.retryConnection()));
    setBusy(false);
    setFailed(result.ok ? null : result.error);
    setFailures(failures + 1);
  };
  const again = useEffectEvent(() => void retry());
  const networkIsBack = useEffectEvent(() => {
    if (isOffline(shown)) void retry();
  });

  useEffect(() => {
    if (busy) return;
    const pause = retryPause(shown, failures);
    setRetryAt(pause === null ? null : Date.now() + pause);
    if (pause === null) return;
    const timer = setTimeout(() => again(), pause);
    return () => clearTimeout(timer);
  }, [busy, shown, failures]);

  useEffect(() => {
    const listener = () => networkIsBack();
    window.addEventListener('online', listener);
    return () => window.removeEventListener('online', listener);
  }, []);

  return { shown, busy, retryAt, retry };
}
