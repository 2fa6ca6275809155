import { useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import { useBridge } from '../bridge.ts';
import { settled } from '../settled.ts';

/** t('review.notForThis'), and back: main keeps it with what else is known of the key here. */
export function useDismissals(rule: string) {
  const bridge = useBridge();
  const [error, setError] = useState<AppError | null>(null);
  const set = async (keyId: string, note: string | null) => {
    const result = await settled(bridge.setDismissal({ keyId, rule, note }));
    setError(result.ok ? null : result.error);
  };
  return {
    error,
    forgetError: () => setError(null),
    dismiss: (keyId: string, note: string) => set(keyId, note.trim()),
    takeBack: (keyId: string) => set(keyId, null),
  };
}
