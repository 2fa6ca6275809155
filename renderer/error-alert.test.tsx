import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ErrorAlert } from './error-alert.tsx';
import { errorText } from './error-text.ts';
import { renderWith } from './test/render-with.tsx';

describe('errorText', () => {
  it('has the agreed sentences', () => {
    expect(errorText({ kind: 'server-not-found' }).sentence).toBe('Cannot find the server');
    expect(errorText({ kind: 'forbidden' }).sentence).toBe('Only administrators of this project can do this');
    expect(errorText({ kind: 'not-the-key-api', status: 200 }).sentence).toBe(
      'The answer did not come from the key API',
    );
    expect(errorText({ kind: 'answer-too-large' }).sentence).toBe('The answer is too large');
    expect(errorText({ kind: 'secret-missing', keyId: 'x' }).sentence).toBe(
      'Created, but the server did not send the key',
    );
  });

  it('rounds a wait up', () => {
    const remedy = (retryAfterSeconds: number | null) =>
      errorText({ kind: 'rate-limited', retryAfterSeconds }).remedy;
    expect(remedy(0.4)).toContain('in 1 second.');
    expect(remedy(61)).toContain('in 61 seconds.');
    expect(remedy(3600)).toContain('in 60 minutes.');
    expect(remedy(7200)).toContain('in 2 hours.');
    expect(remedy(null)).toContain('in a while');
  });
});

describe('ErrorAlert', () => {
  it('is an alert with the button of the error', () => {
    const onAction = vi.fn();
    renderWith(<ErrorAlert error={{ kind: 'timeout' }} onAction={onAction} />);
    expect(screen.getByRole('alert').textContent).toContain('The server did not answer in time');
    screen.getByRole('button', { name: 'Retry' }).click();
    expect(onAction).toHaveBeenCalledOnce();
  });

  it('counts the wait down and holds the button back', () => {
    renderWith(<ErrorAlert error={{ kind: 'rate-limited', retryAfterSeconds: 3600 }} onAction={() => {}} />);
    expect(screen.getByRole('timer').textContent).toBe('1:00:00');
    expect(screen.getByRole<HTMLButtonElement>('button').disabled).toBe(true);
  });
});
