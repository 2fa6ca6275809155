import { useRef, useState } from 'react';
import type { AppError, Result } from '../../shared/app-error.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { settled } from '../settled.ts';

export type Switching = {
  /** On the way to another connection: the page of this one takes nothing any more. */
  readonly busy: boolean;
  /** Why it could not be left. */
  readonly refusal: AppError | null;
  readonly dismiss: () => void;
  /** Goes to another connection; answers why that failed. Of several that are asked for meanwhile the last one counts. */
  readonly go: (to: string, call: () => Promise<Result<SessionState>>) => Promise<AppError | null>;
};

/** Somebody who switches without a mouse finds the focus on the bar of the new connection, not nowhere. */
function focusSwitcher(): void {
  if (document.activeElement === document.body)
    document.querySelector<HTMLElement>('[data-connection-switcher]')?.focus();
}

/** Goes from one connection to another, one switch at a time. */
export function useSwitching(onResult: (result: Result<SessionState>) => Result<SessionState>): Switching {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AppError | null>(null);

  const underWay = useRef<string | null>(null);
  const wish = useRef<Parameters<Switching['go']> | null>(null);

  const go: Switching['go'] = async (to, call) => {
    if (underWay.current !== null) {
      wish.current = to === underWay.current ? null : [to, call];
      return null;
    }
    underWay.current = to;
    const before = document.activeElement;
    setBusy(true);
    setRefusal(null);
    const result = onResult(await settled(call()));
    underWay.current = null;
    const next = wish.current;
    wish.current = null;
    if (next) return go(...next);
    setBusy(false);
    // The page takes the focus again only once it is drawn anew.
    setTimeout(() => {
      if (!result.ok && before instanceof HTMLElement && before.isConnected) before.focus();
      focusSwitcher();
    });
    if (result.ok || result.error.kind === 'cancelled') return null;
    setRefusal(result.error);
    return result.error;
  };

  return { busy, refusal, dismiss: () => setRefusal(null), go };
}
