import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import { useBridge } from '../bridge.ts';

export type RevealedSecret = {
  /** The whole key while it is shown; else null. */
  readonly secret: string | null;
  readonly error: AppError | null;
  readonly show: () => Promise<boolean>;
  readonly hide: () => void;
};

/**
 * The whole key, for as long as it is looked at and not a moment longer: it is dropped when it is hidden,
 * when the window is out of sight, when another key takes its place and when the component goes.
 * @param keyId the key that waits to be stored; null for none.
 */
export function useRevealedSecret(keyId: string | null): RevealedSecret {
  const bridge = useBridge();
  const [secret, setSecret] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  /** Counts what makes an answer that is still under way unwanted. */
  const turn = useRef(0);

  const hide = useCallback(() => {
    turn.current += 1;
    setSecret(null);
    setError(null);
  }, []);

  const show = useCallback(async () => {
    turn.current += 1;
    const asked = turn.current;
    const result = await bridge.revealSecret().catch(() => null);
    if (asked !== turn.current || document.visibilityState === 'hidden') return false;
    setSecret(result?.ok ? result.value : null);
    setError(result?.ok ? null : (result?.error ?? { kind: 'unexpected' }));
    return result?.ok ?? false;
  }, [bridge]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another key drops the one that is shown
  useEffect(() => {
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') hide();
    };
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      hide();
    };
  }, [hide, keyId]);

  return { secret, error, show, hide };
}
