import { Button, Group } from '@mantine/core';
import type { AppError, Result } from '../../shared/app-error.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { KnownConnections } from '../connections/known-connections.tsx';
import { ErrorAlert } from '../error-alert.tsx';
import { oneLine, shownName } from '../format.ts';
import { RetryTime } from '../keys/retry-time.tsx';
import { Screen } from '../shell/screen.tsx';
import { useRetry } from './use-retry.ts';

type UnreachableProps = {
  readonly name: string;
  readonly address: string;
  readonly error: AppError;
  readonly onResult: (result: Result<SessionState>) => Result<SessionState>;
  readonly onSignOut: () => void;
};

/** A saved connection that could not be opened now; its token is kept. */
export function Unreachable({ name, address, error, onResult, onSignOut }: UnreachableProps) {
  const { shown, busy, retryAt, retry } = useRetry(error, onResult);

  return (
    <Screen title="The project cannot be reached">
      <p>
        <bdi>{shownName(name)}</bdi> at <bdi data-selectable>{oneLine(address)}</bdi> did not answer. You are
        still signed in.
      </p>
      <ErrorAlert error={shown} onAction={shown.kind === 'proxy-login' ? () => void retry() : undefined}>
        <p>
          <RetryTime error={shown} retryAt={retryAt} busy={busy} />
        </p>
      </ErrorAlert>
      <Group gap={8}>
        <Button loading={busy} onClick={() => void retry()}>
          Retry
        </Button>
        <Button variant="default" disabled={busy} onClick={onSignOut}>
          Sign out
        </Button>
      </Group>
      <KnownConnections />
    </Screen>
  );
}
