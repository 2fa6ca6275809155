import { expect, it } from 'vitest';
import type { LinkState, LinkWait } from '../../shared/link.ts';
import { createLinks, linkIn } from './links.ts';

const ID = '0f0e2d7c-4a1b-4f7e-9d55-2f9f3f0a1b2c';
const OPEN = `keydesk://open?key=${ID}`;
const READY = { kind: 'ready', link: { kind: 'open', connection: null, keyId: ID } };

function open(first: LinkWait = null) {
  const told: LinkState[] = [];
  let wait = first;
  const links = createLinks({
    wait: () => wait,
    isOpen: (connection) => connection === null || connection === 'here',
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

it('says that it is about another connection', () => {
  const { links } = open();
  links.receive(`keydesk://open?connection=there&key=${ID}`);
  expect(links.state()).toEqual({ kind: 'elsewhere' });
  links.receive(`keydesk://open?connection=here&key=${ID}`);
  expect(links.state()).toMatchObject({ kind: 'ready' });
});

it('is found among the arguments of a start', () => {
  expect(linkIn(['keydesk', '--open-demo', OPEN])).toBe(OPEN);
  expect(linkIn(['keydesk', 'Keydesk://open'])).toBe('Keydesk://open');
  expect(linkIn(['keydesk', '--open-demo'])).toBeNull();
});
