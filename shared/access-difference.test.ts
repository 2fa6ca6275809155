import { expect, test } from 'vitest';
import { accessDifference } from './access-difference.ts';
import type { NewKeyAccess } from './api-key.ts';

const restricted = (...permissions: string[]): NewKeyAccess => ({ kind: 'restricted', permissions });
const UNRESTRICTED: NewKeyAccess = { kind: 'unrestricted' };

test.each<[string, NewKeyAccess, NewKeyAccess, readonly string[]]>([
  ['nothing', restricted('calls.view'), restricted('calls.view'), []],
  ['nothing but the order', restricted('a.x', 'b.y'), restricted('b.y', 'a.x'), []],
  [
    'a level up',
    restricted('contacts.view'),
    restricted('contacts.view', 'contacts.delete'),
    ['more Contacts: Write'],
  ],
  [
    'a level down',
    restricted('contacts.view', 'contacts.delete'),
    restricted('contacts.view'),
    ['less Contacts: Read'],
  ],
  ['a level gone', restricted('calls.view'), restricted(), ['less Calls: No access']],
  ['custom to a level', restricted('calls.create'), restricted('calls.view'), ['other Calls: Read']],
  ['a level to custom', restricted(), restricted('calls.create'), ['more Calls: Custom (create)']],
  ['other families', restricted('flows.run'), restricted('logs.view'), ['more logs.view', 'less flows.run']],
  [
    'unrestricted',
    restricted('calls.view'),
    UNRESTRICTED,
    ['more Unrestricted: full access to all resources'],
  ],
  ['restricted', UNRESTRICTED, restricted('calls.view'), ['less Restricted: only the levels below']],
  ['both unrestricted', UNRESTRICTED, UNRESTRICTED, []],
])('%s', (_title, before, after, told) => {
  expect(accessDifference(before, after).map(({ kind, text }) => `${kind} ${text}`)).toEqual(told);
});
