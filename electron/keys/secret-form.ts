import type { SecretForm } from '../../shared/secret-use.ts';

export type SecretToCopy = {
  readonly secret: string;
  /** What the key is called. */
  readonly name: string;
  /** The origin of the key API. */
  readonly address: string;
};

/** A harmless call: one row of the list. */
const TRIAL_PATH = '/v1/api_key/?limit=1';

/** Letters that mean the same to every shell and every reader of `.env` files. */
const PLAIN = /^[\w.~+/=:@%-]*$/;

/** A name as a variable: `CRM_Query` → `CRM_QUERY`; what no variable may have becomes `_`. */
export function variableName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 100);
  if (words === '') return 'API_KEY';
  return /^\d/.test(words) ? `KEY_${words}` : words;
}

/** One word of a POSIX shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The text of a form: a line for a `.env` file, a request header, a call on the command line. */
export function secretAs(form: SecretForm, { secret, name, address }: SecretToCopy): string {
  const header = `Authorization: Bearer ${secret}`;
  switch (form) {
    case 'env':
      return `${variableName(name)}=${PLAIN.test(secret) ? secret : quoted(secret)}`;
    case 'header':
      return header;
    case 'curl':
      return PLAIN.test(secret)
        ? `curl -H "${header}" "${address}${TRIAL_PATH}"`
        : `curl -H ${quoted(header)} ${quoted(address + TRIAL_PATH)}`;
  }
}
