import type { PendingSecret } from '../../shared/api-key.ts';

/** The one slot for the secret of a key that was just made. */
export type OneTimeSecret = {
  /** @throws where a secret waits already: one key at a time, and none is ever replaced unseen. */
  hold(secret: string, pending: PendingSecret): void;
  pending(): PendingSecret | null;
  /** The whole key, or null where none waits. */
  reveal(): string | null;
  forget(): void;
};

/**
 * Holds a secret in memory, nowhere else, until it is stored, signed out or given up.
 * @param onChange the key whose secret is held now, or null.
 */
export function createOneTimeSecret(
  onChange: (pending: PendingSecret | null) => void = () => undefined,
): OneTimeSecret {
  let held: { readonly secret: string; readonly pending: PendingSecret } | null = null;
  return {
    hold(secret, pending) {
      if (held) throw new Error('A secret waits already');
      held = { secret, pending };
      onChange(pending);
    },
    pending: () => held?.pending ?? null,
    reveal: () => held?.secret ?? null,
    forget() {
      held = null;
      onChange(null);
    },
  };
}
