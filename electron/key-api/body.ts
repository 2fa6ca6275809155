import { CallFailure } from './call-failure.ts';
import { isWebPage } from './errors.ts';

/** Settles as the promise does, or throws the signal's reason as soon as it is aborted. */
export async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let abort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
  });
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([aborted, promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

/**
 * The whole body of an answer. At the cap the rest is not read: 300 kB on the wire can unpack to 300 MB.
 * Throws `answer-too-large`, the signal's reason, or what the line broke with.
 * @param cap bytes, unpacked.
 */
export async function readBody(
  response: Response,
  cap: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await untilAborted(reader.read(), signal);
      if (done) return joined(chunks, length);
      length += value.byteLength;
      if (length > cap) throw new CallFailure({ kind: 'answer-too-large' });
      chunks.push(value);
    }
  } catch (thrown) {
    /** Not awaited: a source that hangs would hold up the error. */
    void reader.cancel().catch(() => undefined);
    throw thrown;
  }
}

/** A token shorter than this could be part of an honest text. */
const LEAST_HIDDEN = 16;

/** Takes the token out of every text of an answer: the page shows them, and the profile keeps the project's name. */
function hide(token: string) {
  return (_: string, value: unknown): unknown =>
    typeof value === 'string' ? value.replaceAll(token, '…') : value;
}

/**
 * The JSON of a successful answer, without the token. Throws `not-the-key-api` for a web page, an empty body and
 * anything else.
 */
export function parseJson(text: string, status: number, contentType: string | null, token: string): unknown {
  if (!isWebPage(contentType, text)) {
    // Looking at each value takes time; in a text with escapes the token need not stand letter for letter.
    const mayTell = token.length >= LEAST_HIDDEN && (text.includes(token) || text.includes('\\'));
    try {
      return JSON.parse(text, mayTell ? hide(token) : undefined) as unknown;
    } catch {
      // The parser's message quotes the text, which may hold a key.
    }
  }
  throw new CallFailure({ kind: 'not-the-key-api', status });
}
