import { act, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { AppError } from '../shared/app-error.ts';
import { ErrorAlert } from './error-alert.tsx';
import { errorText } from './error-text.ts';
import { createFakeBridge } from './test/fake-bridge.ts';
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

  it('copies the details of a request that failed, and says so for a moment', async () => {
    vi.useFakeTimers();
    const { bridge } = renderWith(<ErrorAlert error={{ kind: 'server-error', status: 503, request: 17 }} />);
    const button = screen.getByRole('button', { name: 'Copy details' });
    await act(async () => button.click());
    expect(bridge.callsOf('copyErrorDetails')).toEqual([{ kind: 'server-error', request: 17 }]);
    expect(button.textContent).toBe('Copied');
    act(() => void vi.advanceTimersByTime(5_000));
    expect(button.textContent).toBe('Copy details');
    vi.useRealTimers();
  });

  it('says so where the details cannot be copied', async () => {
    const bridge = createFakeBridge({ copyErrorDetails: () => Promise.reject(new Error('Refused')) });
    renderWith(<ErrorAlert error={{ kind: 'unexpected' }} />, bridge);
    const button = screen.getByRole('button', { name: 'Copy details' });
    await act(async () => button.click());
    expect(bridge.callsOf('copyErrorDetails')).toEqual([{ kind: 'unexpected', request: null }]);
    expect(button.textContent).toBe('Could not copy');
  });

  it.each<AppError>([
    { kind: 'invalid-token', reason: 'empty' },
    { kind: 'secret-pending' },
    { kind: 'cancelled', request: 4 },
  ])('has no details where there is nothing to report: $kind', (error) => {
    renderWith(<ErrorAlert error={error} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('has them beside the login of the proxy too', () => {
    renderWith(<ErrorAlert error={{ kind: 'proxy-login', request: 2 }} />);
    expect(screen.getByRole('button', { name: 'Copy details' })).toBeTruthy();
  });
});
