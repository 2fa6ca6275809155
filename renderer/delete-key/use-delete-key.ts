import { useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import { useBridge } from '../bridge.ts';
import { quietly } from '../settled.ts';

export type DeletePhase =
  | { readonly kind: 'asking' }
  | { readonly kind: 'deleting' }
  | { readonly kind: 'failed'; readonly error: AppError };

type Deleting = {
  readonly phase: DeletePhase;
  /** Answers whether the key is gone: a key that was gone already counts. */
  readonly remove: (id: string) => Promise<boolean>;
  /** Gives up waiting; the call then ends with an answer of its own. */
  readonly stopWaiting: () => void;
};

/** The one call of the dialog, and how far it is. */
export function useDeleteKey(): Deleting {
  const bridge = useBridge();
  const [phase, setPhase] = useState<DeletePhase>({ kind: 'asking' });
  return {
    phase,
    remove: async (id) => {
      if (phase.kind === 'deleting') return false;
      setPhase({ kind: 'deleting' });
      const result = await bridge.deleteKey({ id }).catch(() => null);
      if (!result?.ok) setPhase({ kind: 'failed', error: result?.error ?? { kind: 'unexpected' } });
      return result?.ok ?? false;
    },
    stopWaiting: () => quietly(bridge.cancel({ call: 'deleteKey' })),
  };
}
