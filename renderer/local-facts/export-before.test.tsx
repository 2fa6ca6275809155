import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fail, ok, type Result } from '../../shared/app-error.ts';
import { createFakeBridge } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { ExportBefore } from './export-before.tsx';

const press = (answer: Result<{ readonly saved: boolean }>) => {
  const bridge = createFakeBridge({ exportFactsOf: async () => answer });
  renderWith(<ExportBefore connectionId="c1" />, bridge);
  fireEvent.click(screen.getByRole('button', { name: 'Export notes…' }));
  return bridge;
};

test('exports the notes of that connection and says so', async () => {
  const bridge = press(ok({ saved: true }));
  await screen.findByText('The notes were exported.');
  expect(bridge.callsOf('exportFactsOf')).toEqual([{ connectionId: 'c1' }]);
});

test('a disk that refuses is told', async () => {
  press(fail({ kind: 'not-saved' }));
  expect(await screen.findByText("This could not be saved on this computer's disk")).toBeTruthy();
});
