import { readdir } from 'node:fs/promises';
import { NAME_IN_LIST, type ToldLists } from './crash-server.ts';
import type { Asked } from './crash-work.ts';

type CopyRow = { readonly id: string | null; readonly name: string | null };

/** What is wrong with a copy that should be one of the lists, whole; null where it is. */
export function copyProblem(rows: readonly CopyRow[], lists: ToldLists): string | null {
  const numbers = new Set(rows.map(({ name }) => NAME_IN_LIST.exec(name ?? '')?.[1] ?? 'none'));
  const [number] = numbers;
  if (numbers.size !== 1) return `Rows of ${numbers.size} lists: ${[...numbers].join(', ')}`;
  const list = lists.get(Number(number));
  if (!list) return `There never was a list ${number}`;
  const ids = new Set(rows.map(({ id }) => id ?? ''));
  const isSame = ids.size === rows.length && ids.size === list.size && [...ids].every((id) => list.has(id));
  return isSame ? null : `List ${number} had ${list.size} keys, the copy has ${rows.length}`;
}

/** An attempt as the window tells of it. */
export type ToldAttempt = { readonly name: string; readonly isCreated: boolean };

export function attemptsIn(notices: readonly { readonly text: string }[]): readonly ToldAttempt[] {
  return notices.flatMap(({ text }) => {
    const [, name, said] = /^(\S+) (may exist|was created)/.exec(text) ?? [];
    return name === undefined ? [] : [{ name, isCreated: said === 'was created' }];
  });
}

/**
 * What is wrong with the attempts that are told after a kill.
 * @param made the names of the keys that the server made in this round.
 */
export function attemptProblems(
  told: readonly ToldAttempt[],
  asked: Asked,
  made: readonly string[],
): readonly string[] {
  const isTold = (name: string) => told.some((attempt) => attempt.name === name);
  // What was stored just before the kill may not have been crossed out yet.
  const mayBeOpen = asked.created.slice(-2);
  return [
    ...made
      .filter((name) => !asked.stored.includes(name) && !isTold(name))
      .map((name) => `${name} was made, its secret is lost, and nobody was told`),
    ...told
      .filter(({ name }) => !mayBeOpen.includes(name))
      .map(({ name }) => `${name} is told, but it was settled or never asked for`),
    ...told
      .filter(({ name, isCreated }) => isCreated && !made.includes(name))
      .map(({ name }) => `${name} is said to be created, but the server never made it`),
    ...made.filter((name, place) => made.indexOf(name) !== place).map((name) => `${name} was made twice`),
  ];
}

/** Files that a write has left beside its own. */
export async function leftovers(profile: string): Promise<readonly string[]> {
  const names = await readdir(profile, { recursive: true });
  return names.filter((name) => /\.tmp(-\w+)?$/.test(name));
}
