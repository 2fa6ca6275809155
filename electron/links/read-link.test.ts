import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_ACCESS } from '../../shared/permissions.ts';
import { readLink } from './read-link.ts';

const ID = '0f0e2d7c-4a1b-4f7e-9d55-2f9f3f0a1b2c';

describe('readLink', () => {
  it('reads a link to a key', () => {
    expect(readLink(`keydesk://open?connection=Staging&key=${ID}`)).toEqual({
      kind: 'open',
      connection: 'Staging',
      keyId: ID,
    });
    // As Windows hands it over, and as somebody has typed it.
    expect(readLink(`KEYDESK://open/?key=${ID.toUpperCase()}`)).toEqual({
      kind: 'open',
      connection: null,
      keyId: ID,
    });
  });

  it('reads a link to a filled form', () => {
    expect(readLink('keydesk://create?name=CRM+Query&permissions=calls:read,contacts:write')).toEqual({
      kind: 'create',
      connection: null,
      name: 'CRM Query',
      levels: { ...NO_ACCESS, calls: 'read', contacts: 'write' },
      carried: [],
    });
    expect(readLink('keydesk://create')).toMatchObject({ kind: 'create', name: '', levels: NO_ACCESS });
  });

  it.each([
    ['another scheme', `https://open?key=${ID}`],
    ['something else to do', `keydesk://delete?key=${ID}`],
    ['letters of another case', `keydesk://OPEN?key=${ID}`],
    ['a path', `keydesk://open/..%2f?key=${ID}`],
    ['a login', `keydesk://me:secret@open?key=${ID}`],
    ['a port', `keydesk://open:80?key=${ID}`],
    ['a part after #', `keydesk://open?key=${ID}#x`],
    ['no key', 'keydesk://open'],
    ['a key that is none', 'keydesk://open?key=../../etc/passwd'],
    ['a key and a half', `keydesk://open?key=${ID}0`],
    ['two keys', `keydesk://open?key=${ID}&key=${ID}`],
    ['a field that nobody knows', `keydesk://open?key=${ID}&token=x`],
    ['a field of the other', `keydesk://open?key=${ID}&name=x`],
    ['an empty field', `keydesk://open?key=${ID}&connection=`],
    ['a name that turns round', 'keydesk://create?name=a%E2%80%AEb'],
    ['a name of two lines', 'keydesk://create?name=a%0Ab'],
    ['a name that nobody sees', 'keydesk://create?name=%E2%80%8B'],
    ['what is no text', 'keydesk://create?name=%FF%FE'],
    ['a name beyond all measure', `keydesk://create?name=${'x'.repeat(201)}`],
    ['a permission that nobody knows', 'keydesk://create?name=x&permissions=calls:admin'],
    ['a permission that no level tells', 'keydesk://create?name=x&permissions=calls.frobnicate'],
    ['a link beyond all measure', `keydesk://create?${'name=x&'.repeat(400)}`],
    ['nothing', ''],
  ])('refuses %s', (_what, text) => {
    expect(readLink(text)).toBeNull();
  });

  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'binary' }).map((text) => `keydesk://open?key=${text}`),
    fc
      .string({ unit: 'binary' })
      .map((text) => `keydesk://create?name=${encodeURIComponent(text.replace(/\p{Cs}/gu, ''))}`),
    fc.tuple(fc.string(), fc.string()).map(([name, value]) => `keydesk://create?${name}=${value}`),
    fc.webUrl().map((url) => url.replace(/^https?:/, 'keydesk:')),
    fc.string().map((path) => `keydesk://${path}?key=${ID}`),
  );

  it('makes of 1,000 hostile ones nothing, or what a person could have typed', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const link = readLink(text);
        if (link?.kind === 'open') expect(link.keyId).toMatch(/^[0-9a-f-]{36}$/);
        if (link?.kind !== 'create') return;
        expect(link.name.length).toBeLessThanOrEqual(200);
        expect(link.name).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
        expect(link.carried).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});
