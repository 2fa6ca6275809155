import { fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { COMMANDS } from '../../shared/commands.ts';
import { keyOf } from '../shortcuts.ts';
import { createFakeBridge } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';

it('opens by "?", but not where one types, and has the key of every command', () => {
  renderWith(
    <>
      <input aria-label="Text" />
      <ShortcutSheet />
    </>,
    createFakeBridge(),
  );
  fireEvent.keyDown(screen.getByLabelText('Text'), { key: '?' });
  expect(screen.queryByRole('dialog')).toBeNull();
  fireEvent.keyDown(document.body, { key: '?', shiftKey: true });
  const text = screen.getByRole('dialog', { name: 'Keyboard shortcuts' }).textContent ?? '';
  const keys = COMMANDS.flatMap((command) => keyOf(command) ?? []);
  expect(keys.length).toBeGreaterThan(5);
  for (const key of keys) expect(text).toContain(key);
});
