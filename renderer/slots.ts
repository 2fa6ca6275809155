/**
 * Gives each row in view an element to be shown in, and the elements of the rows that left to those that came: filling
 * one anew costs a fraction of making one, and of moving one.
 */
export function createSlots() {
  let slots = new Map<string, number>();
  let of = '';
  let made = 0;

  /** A row keeps its element as long as it is in view: what is pointed at goes with it when other rows come. */
  const kept = (id: string) => slots.get(id);

  /**
   * The slots of the rows in view, from the top. Where the person has asked for others (`wanted`: what is looked for, and
   * in which order) they stay where they are, whichever rows are in them now. The slot of `current` is never handed on:
   * the focus may be in it.
   */
  return (wanted: string, ids: readonly string[], current: string | null): readonly number[] => {
    const keeps = wanted === of ? kept : (id: string) => (id === current ? kept(id) : undefined);
    const taken = new Set(ids.map(keeps));
    const spare = [...slots].filter(([id, slot]) => id !== current && !taken.has(slot));
    let given = 0;
    slots = new Map(
      ids.map((id) => {
        const slot = keeps(id) ?? spare[given++]?.[1] ?? made++;
        return [id, slot];
      }),
    );
    of = wanted;
    return [...slots.values()];
  };
}
