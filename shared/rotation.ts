/** A key that is being replaced: the old one is deleted once every place has the new one. */
export type Rotation = {
  /** The key that is replaced: one rotation a key. */
  readonly oldKey: RotatedKey;
  /** Null once the new one was deleted and another one is to be made. */
  readonly newKey: RotatedKey | null;
  readonly begunAt: number;
  /** When somebody said that the new key's secret is stored; null until then. Milliseconds since the epoch. */
  readonly storedAt: number | null;
};

/** What tells a key also when the list is not there. */
export type RotatedKey = {
  readonly id: string;
  readonly name: string;
  readonly lastFour: string;
};
