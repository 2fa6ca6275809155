import { expect, it } from 'vitest';
import type { Notice } from '../../shared/notice.ts';
import { createNotices } from './notices.ts';

const UNREADABLE: Notice = { kind: 'copy-unreadable' };
const NOT_SAVED: Notice = { kind: 'copy-not-saved' };

function begin() {
  const told: (readonly Notice[])[] = [];
  return { notices: createNotices((list) => told.push(list)), told };
}

it('tells each notice once, however often it is raised', () => {
  const { notices, told } = begin();
  notices.raise(UNREADABLE);
  notices.raise({ kind: 'copy-unreadable' });
  notices.raise(NOT_SAVED);
  notices.raise(UNREADABLE);
  expect(told).toEqual([[UNREADABLE], [UNREADABLE, NOT_SAVED]]);
  expect(notices.list()).toEqual([UNREADABLE, NOT_SAVED]);
});

it('takes the newer of two that differ', () => {
  const { notices, told } = begin();
  notices.raise({ kind: 'settings-damaged', restored: true });
  notices.raise({ kind: 'settings-damaged', restored: false });
  expect(notices.list()).toEqual([{ kind: 'settings-damaged', restored: false }]);
  expect(told).toHaveLength(2);
});

it('forgets what has passed, and tells it when it comes again', () => {
  const { notices, told } = begin();
  notices.raise(NOT_SAVED);
  notices.withdraw('copy-not-saved');
  notices.withdraw('copy-not-saved');
  expect(told).toEqual([[NOT_SAVED], []]);
  notices.raise(NOT_SAVED);
  expect(notices.list()).toEqual([NOT_SAVED]);
});

it('that was dismissed does not come again as long as it goes on', () => {
  const { notices, told } = begin();
  notices.raise(NOT_SAVED);
  notices.dismiss('copy-not-saved');
  notices.dismiss('copy-not-saved');
  notices.raise(NOT_SAVED);
  expect(notices.list()).toEqual([]);
  expect(told).toEqual([[NOT_SAVED], []]);
  notices.withdraw('copy-not-saved');
  expect(told).toHaveLength(2);
  notices.raise(NOT_SAVED);
  expect(notices.list()).toEqual([NOT_SAVED]);
});

it('dismisses only what there is', () => {
  const { notices, told } = begin();
  notices.dismiss('copy-newer');
  notices.raise({ kind: 'copy-newer' });
  expect(notices.list()).toEqual([{ kind: 'copy-newer' }]);
  expect(told).toHaveLength(1);
});
