import { useMemo } from 'react';
import type { KeyRow, PendingSecret } from '../../shared/api-key.ts';
import type { Attempt } from '../../shared/attempt.ts';
import { t } from '../../shared/language/words.ts';
import { keyFactsOf, type LocalFacts } from '../../shared/local-facts.ts';
import { rotationOf } from '../../shared/rotation.ts';
import type { Connection } from '../../shared/session-state.ts';
import type { KeysState } from '../keys/keys-state.ts';
import { unmovedText } from './rotation-text.ts';
import { rowMarks } from './row-marks.ts';
import { useOwnLastFour } from './use-own-last-four.ts';

const OWN_KEY_GOES = t('replace.ownKeyGoes');

const NOBODY: ReadonlySet<string> = new Set();

/**
 * What replacing has to say in the main view.
 * @param pending the new key that is shown now: its rotation is told beside it, not in the list.
 */
export function useReplacing(
  connection: Connection,
  { list, load }: KeysState,
  facts: LocalFacts,
  pending: PendingSecret | null,
) {
  const { rotations } = facts;
  const ownLastFour = useOwnLastFour(connection);
  const byKey = useMemo(() => rowMarks(rotations), [rotations]);
  const any = rotations.length > 0;
  const ids = useMemo(() => (any ? new Set(list.rows.map(({ id }) => id)) : NOBODY), [any, list]);
  const isOwn = (lastFour: string | null) => ownLastFour !== null && lastFour === ownLastFour;
  const ofPending = pending ? rotationOf(rotations, pending.keyId) : null;

  return {
    marks: useMemo(() => ({ byKey, ownLastFour }), [byKey, ownLastFour]),
    /** The ids of the whole list; null where it cannot be judged now. */
    listed: load.kind === 'ready' ? ids : null,
    /** Those that the list knows of: keys without a project to be told by may share their facts with another one. */
    shown: rotations.filter(({ oldKey, newKey }) => ids.has(oldKey.id) || ids.has(newKey?.id ?? '')),
    ofPending,
    isOwn,
    /** What to know before this key is deleted; empty where there is nothing. */
    warningsFor({ id, lastFour }: KeyRow): readonly string[] {
      const rotation = rotations.find(({ oldKey }) => oldKey.id === id);
      const unmoved = rotation ? unmovedText(keyFactsOf(facts, rotation.oldKey.id)) : null;
      return [isOwn(lastFour) ? OWN_KEY_GOES : null, unmoved].filter((text) => text !== null);
    },
    /** An attempt whose key takes part in a rotation is told with it. */
    isToldByAttempt: ({ stage, details }: Attempt): boolean =>
      stage !== 'created' || !details?.keyId || rotationOf(rotations, details.keyId) === null,
  };
}
