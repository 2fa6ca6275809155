import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Notice } from '../../shared/notice.ts';
import { App } from '../app.tsx';
import { createFakeBridge, LOCKED, SIGNED_OUT } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { noticeText } from './notice-text.ts';
import { Notices } from './notices.tsx';

const DAMAGED: Notice = { kind: 'settings-damaged', restored: true };
const NOT_SAVED: Notice = { kind: 'copy-not-saved' };

it.each<[Notice, string]>([
  [DAMAGED, 'The settings file was damaged. The last good settings are in use.'],
  [
    { kind: 'settings-damaged', restored: false },
    'The settings file was damaged. The default settings are in use.',
  ],
  [{ kind: 'copy-unreadable' }, 'The offline copy could not be read. It was put aside,'],
  [NOT_SAVED, 'The offline copy could not be saved. The disk may be full or read-only.'],
  [{ kind: 'copy-unprotected' }, 'The offline copy could not be renewed. The keyring'],
  [{ kind: 'copy-newer' }, 'The offline copy was written by a newer version of Keydesk and is left alone'],
])('%o has its sentence', (notice, words) => {
  expect(noticeText(notice)).toContain(words);
});

it('shows nothing where there is nothing to say', async () => {
  renderWith(<Notices />);
  await act(async () => {});
  expect(screen.queryByRole('region')).toBeNull();
});

it('shows a line each, and the button of a line dismisses it', async () => {
  const bridge = createFakeBridge({ getNotices: async () => [DAMAGED, NOT_SAVED] });
  renderWith(<Notices />, bridge);
  const [first, second] = await screen.findAllByRole('status');
  expect(first?.textContent).toContain(noticeText(DAMAGED));
  expect(second?.textContent).toContain(noticeText(NOT_SAVED));
  if (second) within(second).getByRole('button', { name: 'Dismiss' }).click();
  expect(bridge.callsOf('dismissNotice')).toEqual([{ kind: 'copy-not-saved' }]);
  act(() => bridge.emit('noticesChanged', [DAMAGED]));
  expect(screen.getAllByRole('status')).toHaveLength(1);
});

it('an event is newer than the first answer; a refused question is quiet', async () => {
  const bridge = createFakeBridge({ getNotices: async () => [DAMAGED] });
  renderWith(<Notices />, bridge);
  await act(async () => bridge.emit('noticesChanged', [NOT_SAVED]));
  expect(screen.getByRole('status').textContent).toContain(noticeText(NOT_SAVED));
  renderWith(<Notices />, createFakeBridge({ getNotices: () => Promise.reject(new Error('Refused')) }));
  await act(async () => {});
  expect(screen.getAllByRole('status')).toHaveLength(1);
});

it.each([['sign-in', 'Connect a project'] as const, ['the keys', 'API Keys'] as const])(
  'stands above %s',
  async (_place, heading) => {
    const bridge = createFakeBridge({
      getNotices: async () => [DAMAGED],
      ...(heading === 'API Keys' ? {} : { getSession: async () => SIGNED_OUT }),
    });
    renderWith(<App />, bridge);
    await screen.findByRole('heading', { name: heading });
    await waitFor(() => expect(screen.getByText(noticeText(DAMAGED))).toBeTruthy());
  },
);

it('stands not on the lock screen, and comes with the unlocking', async () => {
  const bridge = createFakeBridge({ getLock: async () => LOCKED, getNotices: async () => [DAMAGED] });
  renderWith(<App />, bridge);
  await screen.findByRole('heading', { name: 'Keydesk is locked' });
  expect(bridge.callsOf('getNotices')).toEqual([]);
  act(() => bridge.emit('lockChanged', { ...LOCKED, kind: 'unlocked' }));
  await waitFor(() => expect(screen.getByText(noticeText(DAMAGED))).toBeTruthy());
});
