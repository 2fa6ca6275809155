import { type AddressProblem, fail, ok, type Result } from '../../shared/app-error.ts';

/** The address of a key API: an origin, nothing more. */
export type KeyApiAddress = {
  /** The origin that every call goes to, without a slash at the end. */
  readonly base: string;
  /** What a person is shown: the same origin, international names in punycode, so that no look-alike hides. */
  readonly shown: string;
  /** Host, and port where it is not the scheme's own. */
  readonly host: string;
};

const MAX_LENGTH = 2048;

/** Tabs and line breaks are dropped and backslashes turned by URL's parser: what was typed would not be what is used. */
const NEVER_IN_AN_ADDRESS = /[\s\p{Cc}\\<>"]/u;

type Parts = { readonly scheme: string; readonly authority: string; readonly tail: string };

/** A name before a colon is a scheme, unless a port follows: `localhost:8080`. */
function split(text: string): Parts | AddressProblem {
  const typed = /^([a-z][a-z\d+.-]*):(\/\/)?/i.exec(text);
  const hasScheme = typed !== null && (typed[2] !== undefined || !/^[^:]+:\d/.test(text));
  const scheme = hasScheme ? (typed[1] ?? '').toLowerCase() : 'https';
  if (scheme !== 'https' && scheme !== 'http') return 'scheme';
  if (hasScheme && typed[2] === undefined) return 'not-an-address';
  const rest = hasScheme ? text.slice(typed[0].length) : text;
  const end = rest.search(/[/?#]/);
  return end < 0
    ? { scheme, authority: rest, tail: '' }
    : { scheme, authority: rest.slice(0, end), tail: rest.slice(end) };
}

function portProblem(authority: string): boolean {
  const port = /:([^:\]]*)$/.exec(authority)?.[1];
  if (port === undefined) return false;
  return !/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535;
}

/** Judges what was typed, before URL's parser mends it. */
function problemOfParts({ authority, tail }: Parts): AddressProblem | null {
  if (authority.includes('@')) return 'credentials';
  if (/[?#]/.test(tail)) return 'query';
  if (/^(:|$)|%/.test(authority)) return 'host';
  if (tail !== '' && tail !== '/') return 'path';
  if (portProblem(authority)) return 'port';
  return null;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** Judges the host that will be asked. A dot at the end makes a second name of the same host: refused. */
function problemOfUrl(url: URL, typedHost: string): AddressProblem | null {
  const { hostname } = url;
  if (hostname === '' || hostname === '0.0.0.0' || hostname === '[::]') return 'host';
  if (/\.$|\.\.|^\./.test(hostname) || /[.。．｡]$/u.test(typedHost)) return 'host';
  if (url.protocol === 'http:' && !isLoopback(hostname)) return 'http-only-loopback';
  return null;
}

/**
 * The address of a key API as it was typed: `https://` (assumed where no scheme is typed), a host, a port.
 * `http://` only for this computer itself: 127.0.0.0/8, `[::1]` and `localhost`.
 * Short forms of an address (`127.1`, `2130706433`) are what URL makes of them: that form is judged and used.
 */
export function parseAddress(text: string): Result<KeyApiAddress> {
  const refuse = (reason: AddressProblem) => fail({ kind: 'invalid-address', reason });
  const typed = text.trim();
  if (typed === '') return refuse('empty');
  if (typed.length > MAX_LENGTH || NEVER_IN_AN_ADDRESS.test(typed)) return refuse('not-an-address');
  const parts = split(typed);
  if (typeof parts === 'string') return refuse(parts);
  const typedProblem = problemOfParts(parts);
  if (typedProblem) return refuse(typedProblem);
  const origin = `${parts.scheme}://${parts.authority}`;
  if (!URL.canParse(origin)) return refuse('not-an-address');
  const url = new URL(origin);
  const problem = problemOfUrl(url, parts.authority.replace(/:\d+$/, ''));
  return problem ? refuse(problem) : ok({ base: url.origin, shown: url.origin, host: url.host });
}
