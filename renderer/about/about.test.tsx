import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createFakeBridge, VERSIONS } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { AboutDialog } from './about-dialog.tsx';
import { LICENCES } from './licences.ts';

it('opens from the menu, with what runs here and the licence of all that is shipped', async () => {
  const bridge = createFakeBridge();
  renderWith(<AboutDialog />, bridge);
  act(() => bridge.emit('menuCommand', 'about'));
  const dialog = await screen.findByRole('dialog', { name: 'About Keydesk' });
  expect(await screen.findByText(VERSIONS.chromium)).toBeTruthy();
  expect(dialog.textContent).toContain(`Keydesk ${VERSIONS.keydesk}`);
  const items = await screen.findAllByRole('listitem');
  expect(items).toHaveLength(LICENCES.length);
  const react = items.find((item) => item.textContent?.startsWith('react '));
  expect(react?.textContent).toContain('Permission is hereby granted');
  fireEvent.keyDown(dialog, { key: 'Escape' });
});
