import { useEffect, useEffectEvent, useState } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';
import type { KeysState } from '../keys/keys-state.ts';
import { type Errand, useErrands } from './errand.ts';

type ErrandParts = {
  readonly connectionId: string;
  readonly state: KeysState;
  /** Something is open over the list, and is not to be lost. */
  readonly isBusy: boolean;
  /** Why that cannot be done now; null where it can. */
  readonly whyNot: (errand: Errand, row: KeyRow) => string | null;
  readonly on: { readonly [K in Errand['kind']]: (row: KeyRow) => void };
};

/** Why an errand came to nothing. */
export type ErrandOutcome = { readonly kind: 'missing' } | { readonly kind: 'refused'; readonly why: string };

function rowOf(errand: Errand | null, { list }: KeysState): KeyRow | null {
  return errand && (list.rows.find(({ id }) => id === errand.keyId)?.row ?? null);
}

/**
 * Does what somebody has come to this connection for: as soon as the list has the key and its server has let one in,
 * or once the loading is over.
 * @returns why it came to nothing, and the way to dismiss that.
 */
export function useErrand({ connectionId, state, isBusy, whyNot, on }: ErrandParts) {
  const { underWay, end } = useErrands();
  const [outcome, setOutcome] = useState<ErrandOutcome | null>(null);
  const errand = underWay?.connectionId === connectionId ? underWay.errand : null;
  const row = rowOf(errand, state);
  const why = errand && row ? whyNot(errand, row) : null;
  const isOver = state.load.kind !== 'loading';

  const arrive = useEffectEvent((wanted: Errand) => {
    end();
    if (row === null) setOutcome({ kind: 'missing' });
    else if (why !== null) setOutcome({ kind: 'refused', why });
    else {
      setOutcome(null);
      on[wanted.kind](row);
    }
  });
  const isTime = isOver || (row !== null && why === null);
  useEffect(() => {
    if (errand && !isBusy && isTime) arrive(errand);
  }, [errand, isBusy, isTime]);

  return { outcome, dismiss: () => setOutcome(null) };
}
