import type { Link } from '../../shared/link.ts';
import { readPermissionText } from '../../shared/permission-text.ts';

const LINK_SCHEME = 'keydesk:';

/** Longer than any link that means well; Windows cuts the command line of a link at about this length. */
const LONGEST_LINK = 2_000;
const LONGEST_VALUE = 200;

const KEY_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Signs that nobody sees or that turn a text round, and the stand-in for what was no text. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\uFFFD]/u;

const FIELDS: Readonly<Record<Link['kind'], readonly string[]>> = {
  open: ['connection', 'key'],
  create: ['connection', 'name', 'permissions'],
};

/** Each field once, all of them known, each a plain short text; null where it is not so. */
function readFields(query: URLSearchParams, known: readonly string[]): ReadonlyMap<string, string> | null {
  const fields = new Map<string, string>();
  for (const [name, value] of query) {
    const isPlain = value.trim() !== '' && value.length <= LONGEST_VALUE && !HIDDEN.test(value);
    if (!isPlain || !known.includes(name) || fields.has(name)) return null;
    fields.set(name, value.trim());
  }
  return fields;
}

function readCreate(connection: string | null, name: string, text: string): Link | null {
  const { levels, carried, unknown } = readPermissionText(text);
  return unknown.length > 0 || carried.length > 0
    ? null
    : { kind: 'create', connection, name, levels, carried };
}

/** Whether an argument of a start is a link of Keydesk's own, as the system hands it over. */
export function isLink(argument: string): boolean {
  return argument.toLowerCase().startsWith(LINK_SCHEME);
}

function parse(text: string): URL | null {
  return text.length <= LONGEST_LINK && URL.canParse(text) ? new URL(text) : null;
}

/**
 * Reads `keydesk://open?connection=…&key=<id>` and `keydesk://create?connection=…&name=…&permissions=calls:read`.
 * Anybody may write a link: one with anything in it that is not exactly that is refused as a whole.
 * @returns null for every other text.
 */
export function readLink(text: string): Link | null {
  const url = parse(text);
  if (!url || url.protocol !== LINK_SCHEME || url.username || url.password || url.port || url.hash)
    return null;
  const kind = url.hostname;
  if ((kind !== 'open' && kind !== 'create') || !['', '/'].includes(url.pathname)) return null;
  const fields = readFields(url.searchParams, FIELDS[kind]);
  if (!fields) return null;
  const connection = fields.get('connection') ?? null;
  if (kind === 'create')
    return readCreate(connection, fields.get('name') ?? '', fields.get('permissions') ?? '');
  const keyId = fields.get('key') ?? '';
  return KEY_ID.test(keyId) ? { kind, connection, keyId: keyId.toLowerCase() } : null;
}
