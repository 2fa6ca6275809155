import { z } from 'zod';
import { FACT_LENGTHS, MOST_PLACES, ROTATE_DAYS } from '../../shared/local-facts.ts';

/** Far above what a project has; against a file that was made to be too much. */
const MOST_KEYS = 200_000;

/** A key id, in any uuid shape, as the list accepts it. */
const keyId = z.guid();
const text = (max: number) => z.string().max(max);
/** Milliseconds since the epoch, as a date can hold them. */
const time = z.number().min(-8.64e15).max(8.64e15);

const usedAt = z.strictObject({ place: text(FACT_LENGTHS.place), moved: z.boolean() });

const notes = {
  note: text(FACT_LENGTHS.note),
  owner: text(FACT_LENGTHS.owner),
  environment: text(FACT_LENGTHS.environment),
  usedAt: z.array(usedAt).max(MOST_PLACES),
  rotateEveryDays: z.int().min(ROTATE_DAYS.least).max(ROTATE_DAYS.most).nullable(),
};

/** What a person writes of a key. */
export const keyNotes = z.strictObject(notes);

/** A key as a rotation names it; a name is as long as the list lets it be. */
export const rotatedKey = z.strictObject({ id: keyId, name: text(100_000), lastFour: text(100) });

const rotation = z.strictObject({
  oldKey: rotatedKey,
  newKey: rotatedKey.nullable(),
  begunAt: time,
  storedAt: time.nullable(),
});

/** A rule that is dismissed for a key. */
export const dismissal = z.strictObject({
  keyId,
  rule: text(FACT_LENGTHS.rule),
  note: text(FACT_LENGTHS.note),
  at: time,
});

/** All that is known of a project's keys, in a file from elsewhere; anything else in it is damage. */
export const localFacts = z.strictObject({
  keys: z
    .record(
      keyId,
      z.strictObject({ ...notes, createdHere: z.boolean(), expiresAt: time.nullable(), changedAt: time }),
    )
    .refine((keys) => Object.keys(keys).length <= MOST_KEYS),
  rotations: z.array(rotation).max(MOST_KEYS),
  dismissed: z.array(dismissal).max(MOST_KEYS),
});
