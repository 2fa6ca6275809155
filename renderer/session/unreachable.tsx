import { Button, Group } from '@mantine/core';
import type { AppError, Result } from '../../shared/app-error.ts';
import { t } from '../../shared/language/words.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { KnownConnections } from '../connections/known-connections.tsx';
import { ErrorAlert } from '../error-alert.tsx';
import { oneLine, shownName } from '../format.ts';
import { RetryTime } from '../keys/retry-time.tsx';
import { words } from '../language/words.tsx';
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
    <Screen title={t('session.unreachable')}>
      <p>
        {words('session.didNotAnswer', {
          project: <bdi>{shownName(name)}</bdi>,
          address: <bdi data-selectable>{oneLine(address)}</bdi>,
        })}
      </p>
      <ErrorAlert error={shown} onAction={shown.kind === 'proxy-login' ? () => void retry() : undefined}>
        <p>
          <RetryTime error={shown} retryAt={retryAt} busy={busy} />
        </p>
      </ErrorAlert>
      <Group gap={8}>
        <Button loading={busy} onClick={() => void retry()}>
          {t('common.retry')}
        </Button>
        <Button variant="default" disabled={busy} onClick={onSignOut}>
          {t('common.signOut')}
        </Button>
      </Group>
      <KnownConnections />
    </Screen>
  );
}
