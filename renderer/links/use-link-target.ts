import { useEffect, useEffectEvent } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import type { Link } from '../../shared/link.ts';
import type { CreateKeyForm } from '../../shared/place.ts';
import { useBridge } from '../bridge.ts';
import { EMPTY_FORM } from '../create-key/create-key-values.ts';
import type { KeysState } from '../keys/keys-state.ts';
import { quietly } from '../settled.ts';
import { useLink } from './use-link.ts';

type LinkTargetParts = {
  readonly state: KeysState;
  /** Something is open over the list, and is not to be lost. */
  readonly isBusy: boolean;
  /** Why no key can be created now; null where one can. */
  readonly createProblem: string | null;
  readonly onOpen: (row: KeyRow) => void;
  readonly onCreate: (form: CreateKeyForm) => void;
};

function rowOf(link: Link | null, { list }: KeysState): KeyRow | null {
  if (link?.kind !== 'open') return null;
  return list.rows.find(({ id }) => id === link.keyId)?.row ?? null;
}

/**
 * Leads a link to where it points: a key's details, or the form of a new key, which it fills in and never sends.
 * @returns why it does not get there yet, or at all; null where there is nothing to say.
 */
export function useLinkTarget({ state, isBusy, createProblem, onOpen, onCreate }: LinkTargetParts) {
  const bridge = useBridge();
  const told = useLink();
  const link = told.kind === 'ready' ? told.link : null;
  const row = rowOf(link, state);
  const problem = link?.kind === 'create' ? createProblem : null;
  const isFree = !isBusy && problem === null;

  const arrive = useEffectEvent((wanted: Link, found: KeyRow | null) => {
    if (wanted.kind === 'create') {
      const { name, levels, carried } = wanted;
      onCreate({ ...EMPTY_FORM, name, levels, carried });
    } else if (found) onOpen(found);
    else return;
    quietly(bridge.closeLink());
  });
  useEffect(() => {
    if (link && isFree) arrive(link, row);
  }, [link, row, isFree]);

  if (!link) return null;
  if (isBusy) return t('links.untilClosed');
  if (problem !== null) return t('links.fillsIn', { problem });
  const isMissing = link.kind === 'open' && row === null && state.load.kind !== 'loading';
  return isMissing ? t('links.notInList') : null;
}
