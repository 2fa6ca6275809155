/** What a link may call a connection by. */
type Named = { readonly id: string; readonly name: string; readonly projectId: string | null };

/** Where a link leads: to what is open, to another connection of the list, or to none that is known here. */
export type LinkPlace = 'here' | { readonly id: string; readonly name: string } | null;

const answersTo = (wanted: string) => (one: Named) => [one.id, one.name, one.projectId].includes(wanted);

/**
 * @param wanted as the link has it: an id, a name, or the id of a project; null: whatever is open.
 * @param known the list. A name that two of them have leads to neither: a link does not choose.
 */
export function linkPlace(wanted: string | null, open: Named | null, known: readonly Named[]): LinkPlace {
  if (wanted === null || (open && answersTo(wanted)(open))) return 'here';
  const [found, second] = known.filter(answersTo(wanted));
  return found && !second ? { id: found.id, name: found.name } : null;
}
