/** The bounds of one call. Times in milliseconds. */
export type Limits = {
  /** One request, from its sending to the last byte of its answer. */
  readonly attemptTimeout: number;
  /** The whole call, its retries and the waits between them included. */
  readonly totalTimeout: number;
  /** The longest wait that a server may ask for and still gets in silence. */
  readonly longestWait: number;
  /** The first wait before a request is repeated; it doubles. */
  readonly backoff: number;
  /** The same after "too many requests" without a usable `Retry-After`. */
  readonly rateLimitBackoff: number;
  /** Bytes of an answer's body, unpacked. */
  readonly maxBodyBytes: number;
};

export const LIMITS: Limits = {
  attemptTimeout: 30_000,
  totalTimeout: 60_000,
  longestWait: 30_000,
  backoff: 300,
  rateLimitBackoff: 1_000,
  maxBodyBytes: 32 * 1024 * 1024,
};
