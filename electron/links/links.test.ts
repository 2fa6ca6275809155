import { expect, it } from 'vitest';
import type { LinkState, LinkWait } from '../../shared/link.ts';
import { linkPlace } from './link-place.ts';
import { createLinks, linkIn } from './links.ts';

const ID = '0f0e2d7c-4a1b-4f7e-9d55-2f9f3f0a1b2c';
const OPEN = `keydesk://open?key=${ID}`;
const READY = { kind: 'ready', link: { kind: 'open', connection: null, keyId: ID } };

const HERE = { id: 'here', name: 'Acme', projectId: 'p1' };
const THERE = { id: 'there', name: 'Beta', projectId: 'p2' };

function open(first: LinkWait = null) {
  const told: LinkState[] = [];
  let wait = first;
  const links = createLinks({
    wait: () => wait,
    placeOf: (name) => linkPlace(name, HERE, [HERE, THERE]),
    onChange: (state) => told.push(state),
  });
  const waitFor = (next: LinkWait) => {
    wait = next;
    links.look();
  };
  return { links, told, waitFor };
}

it('hands a link on, once', () => {
  const { links, told } = open();
  links.receive(OPEN);
  links.look();
  expect(told).toEqual([READY]);
  links.close();
  expect(told.at(-1)).toEqual({ kind: 'none' });
});

it('says of every other one that it is refused', () => {
  const { links } = open();
  links.receive('keydesk://delete?everything');
  expect(links.state()).toEqual({ kind: 'refused' });
});

it('waits while the window is locked or a key is shown, and says so', () => {
  const { links, told, waitFor } = open('unlocked');
  links.receive(OPEN);
  waitFor('stored');
  waitFor(null);
  expect(told).toEqual([{ kind: 'waiting', until: 'unlocked' }, { kind: 'waiting', until: 'stored' }, READY]);
});

it.each(['there', 'Beta', 'p2'])('is about another connection by what it is called: %s', (name) => {
  const { links } = open();
  links.receive(`keydesk://open?connection=${name}&key=${ID}`);
  expect(links.state()).toEqual({ kind: 'elsewhere', connection: { id: 'there', name: 'Beta' } });
  links.receive(`keydesk://open?connection=here&key=${ID}`);
  expect(links.state()).toMatchObject({ kind: 'ready' });
});

it('leads to another connection also where nobody is signed in, but not past a lock or a key', () => {
  const { links, waitFor } = open('signed-in');
  links.receive(`keydesk://open?connection=Beta&key=${ID}`);
  expect(links.state()).toMatchObject({ kind: 'elsewhere' });
  for (const until of ['unlocked', 'stored'] as const) {
    waitFor(until);
    expect(links.state()).toEqual({ kind: 'waiting', until });
  }
});

it('leads nowhere by a name that nobody has, or two', () => {
  const { links } = open();
  links.receive(`keydesk://open?connection=Gamma&key=${ID}`);
  expect(links.state()).toEqual({ kind: 'elsewhere', connection: null });
  expect(linkPlace('Beta', HERE, [THERE, { ...THERE, id: 'other' }])).toBeNull();
  expect(linkPlace('Acme', HERE, [HERE, { ...HERE, id: 'other' }])).toBe('here');
});

it('is found among the arguments of a start', () => {
  expect(linkIn(['keydesk', '--open-demo', OPEN])).toBe(OPEN);
  expect(linkIn(['keydesk', 'Keydesk://open'])).toBe('Keydesk://open');
  expect(linkIn(['keydesk', '--open-demo'])).toBeNull();
});
