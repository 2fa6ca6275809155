import { t } from '../../shared/language/words.ts';
import {
  FACT_LENGTHS,
  type KeyNotes,
  MOST_PLACES,
  ROTATE_DAYS,
  tidyNotes,
  type UsedAt,
} from '../../shared/local-facts.ts';

/** The notes of a key while they are typed. */
export type NotesDraft = {
  readonly owner: string;
  readonly environment: string;
  readonly note: string;
  /** One place a line. */
  readonly places: string;
  readonly days: string;
};

export function draftOf({ owner, environment, note, usedAt, rotateEveryDays }: KeyNotes): NotesDraft {
  return {
    owner,
    environment,
    note,
    places: usedAt.map(({ place }) => place).join('\n'),
    days: rotateEveryDays === null ? '' : String(rotateEveryDays),
  };
}

/** What is wrong with the number of days; null where nothing is. */
export function daysProblem(days: string): string | null {
  const typed = days.trim();
  if (typed === '') return null;
  const count = Number(typed);
  return Number.isInteger(count) && count >= ROTATE_DAYS.least && count <= ROTATE_DAYS.most
    ? null
    : t('facts.enterDays', ROTATE_DAYS);
}

/** A place that was there keeps its tick. */
function placesOf(text: string, before: readonly UsedAt[]): readonly UsedAt[] {
  const moved = new Set(before.flatMap((each) => (each.moved ? [each.place] : [])));
  return text
    .split('\n')
    .map((line) => line.trim().slice(0, FACT_LENGTHS.place))
    .filter((place) => place !== '')
    .slice(0, MOST_PLACES)
    .map((place) => ({ place, moved: moved.has(place) }));
}

/** The notes that were typed; days that are no number of days stay as they were. */
export function notesOf(draft: NotesDraft, before: KeyNotes): KeyNotes {
  const days = draft.days.trim();
  return tidyNotes({
    owner: draft.owner,
    environment: draft.environment,
    note: draft.note,
    usedAt: placesOf(draft.places, before.usedAt),
    rotateEveryDays: daysProblem(days) ? before.rotateEveryDays : days === '' ? null : Number(days),
  });
}

export function isChanged(draft: NotesDraft, before: KeyNotes): boolean {
  const begun = draftOf(before);
  return (Object.keys(begun) as (keyof NotesDraft)[]).some((field) => draft[field] !== begun[field]);
}
