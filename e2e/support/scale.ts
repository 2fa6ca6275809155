/* How much the long tests do: a part of it with `npm test`, the whole with `npm run test:long`. Read here alone. */

const { KEYDESK_LONG, KEYDESK_SEED } = process.env;
const isLong = KEYDESK_LONG === '1';

type Scale = {
  /** Faults of the soak. */
  readonly faults: number;
  /** Kills of the crash test. */
  readonly kills: number;
  /** What all chance of a run comes from; `KEYDESK_SEED=…` replays one. */
  readonly seed: number;
};

export const scale: Scale = {
  faults: isLong ? 200 : 25,
  kills: isLong ? 100 : 10,
  seed: KEYDESK_SEED ? Number(KEYDESK_SEED) : Math.floor(Math.random() * 2 ** 31),
};

/** A line among the results. */
export function say(words: string): void {
  process.stdout.write(`${words}\n`);
}
