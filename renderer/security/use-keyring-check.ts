import { useState } from 'react';
import type { Result } from '../../shared/app-error.ts';
import { t } from '../../shared/language/words.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { useBridge } from '../bridge.ts';
import { errorText } from '../error-text.ts';
import { settled } from '../settled.ts';

type KeyringCheck = {
  readonly busy: boolean;
  /** What came of the last check; empty before it and where the token is now kept. */
  readonly outcome: string;
  readonly check: () => void;
};

function outcomeText(result: Result<SessionState>): string {
  if (!result.ok) return errorText(result.error).sentence;
  const session = result.value;
  const still = session.kind === 'signed-in' && session.connection.tokenStorage.kind === 'memory';
  return still ? t('security.unchanged') : '';
}

/** Asks main to have the keyring keep a token that is in memory only. */
export function useKeyringCheck(onResult: (result: Result<SessionState>) => unknown): KeyringCheck {
  const bridge = useBridge();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState('');

  const check = async () => {
    if (busy) return;
    setBusy(true);
    setOutcome('');
    const result = await settled(bridge.checkKeyring());
    onResult(result);
    setBusy(false);
    setOutcome(outcomeText(result));
  };

  return { busy, outcome, check: () => void check() };
}
