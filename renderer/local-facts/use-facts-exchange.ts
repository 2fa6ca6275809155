import { useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import type { FactsImport } from '../../shared/facts-import.ts';
import { useBridge } from '../bridge.ts';
import { settled } from '../settled.ts';

/** What came of an export or an import, until it is dismissed. */
export type Exchanged =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'exported' }
  | { readonly kind: 'import'; readonly done: FactsImport }
  | { readonly kind: 'failed'; readonly error: AppError };

const NOTHING: Exchanged = { kind: 'nothing' };

/** Takes what is known out to a file and in from one; which file, the person says to main. */
export function useFactsExchange() {
  const bridge = useBridge();
  const [outcome, setOutcome] = useState(NOTHING);

  const exportFacts = async () => {
    const result = await settled(bridge.exportFacts());
    if (!result.ok) setOutcome({ kind: 'failed', error: result.error });
    else setOutcome(result.value.saved ? { kind: 'exported' } : NOTHING);
  };

  const importFacts = async () => {
    const result = await settled(bridge.importFacts());
    setOutcome(result.ok ? { kind: 'import', done: result.value } : { kind: 'failed', error: result.error });
  };

  return {
    outcome,
    exportFacts: () => void exportFacts(),
    importFacts: () => void importFacts(),
    dismiss: () => setOutcome(NOTHING),
  };
}
