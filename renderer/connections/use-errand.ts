import { useEffect, useEffectEvent, useState } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';
import type { CreateKeyForm } from '../../shared/place.ts';
import type { KeysState } from '../keys/keys-state.ts';
import { type Errand, useErrands } from './errand.ts';

type ErrandParts = {
  readonly connectionId: string;
  readonly state: KeysState;
  /** Something is open over the list, and is not to be lost. */
  readonly isBusy: boolean;
  /** Why that cannot be done now; null where it can. */
  readonly whyNot: (errand: Errand, row: KeyRow | null) => string | null;
  readonly on: {
    readonly [K in Exclude<Errand['kind'], 'create'>]: (row: KeyRow) => void;
  } & { readonly create: (form: CreateKeyForm | null) => void };
};

/** Why an errand came to nothing. */
export type ErrandOutcome = { readonly kind: 'missing' } | { readonly kind: 'refused'; readonly why: string };

function rowOf(errand: Errand | null, { list }: KeysState): KeyRow | null {
  if (errand === null || errand.kind === 'create') return null;
  return list.rows.find(({ id }) => id === errand.keyId)?.row ?? null;
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
  const why = errand === null ? null : whyNot(errand, row);
  const isOver = state.load.kind !== 'loading';
  const isMissing = errand !== null && errand.kind !== 'create' && row === null;

  const arrive = useEffectEvent((wanted: Errand) => {
    end();
    if (isMissing) setOutcome({ kind: 'missing' });
    else if (why !== null) setOutcome({ kind: 'refused', why });
    else {
      setOutcome(null);
      if (wanted.kind === 'create') on.create(wanted.form);
      else if (row) on[wanted.kind](row);
    }
  });
  const isTime = isOver || (!isMissing && why === null);
  useEffect(() => {
    if (errand && !isBusy && isTime) arrive(errand);
  }, [errand, isBusy, isTime]);

  return { outcome, dismiss: () => setOutcome(null) };
}
