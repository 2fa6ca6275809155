import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { fail, ok } from '../shared/app-error.ts';
import { CopyButton } from './copy-button.tsx';
import { renderWith } from './test/render-with.tsx';

it('copies and says so', async () => {
  renderWith(<CopyButton label="Copy ID of CRM" onCopy={async () => ok(undefined)} />);
  fireEvent.click(screen.getByRole('button', { name: 'Copy ID of CRM' }));
  await waitFor(() => expect(screen.getByText('Copied')).toBeTruthy());
});

it('says when it could not', async () => {
  renderWith(<CopyButton label="Copy key" onCopy={async () => fail({ kind: 'clipboard' })} />);
  fireEvent.click(screen.getByRole('button', { name: 'Copy key' }));
  await waitFor(() => expect(screen.getByText('Could not copy')).toBeTruthy());
});
