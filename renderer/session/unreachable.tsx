import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { AppError, Result } from '../../shared/app-error.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { useBridge } from '../bridge.ts';
import { ErrorAlert } from '../error-alert.tsx';
import { oneLine, shownName } from '../format.ts';
import { settled } from '../settled.ts';
import { Screen } from '../shell/screen.tsx';

type UnreachableProps = {
  readonly name: string;
  readonly address: string;
  readonly error: AppError;
  readonly onResult: (result: Result<SessionState>) => Result<SessionState>;
  readonly onSignOut: () => void;
};

/** A saved connection that could not be opened now; its token is kept. */
export function Unreachable({ name, address, error, onResult, onSignOut }: UnreachableProps) {
  const bridge = useBridge();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);
  const shown = failed ?? error;

  const retry = async () => {
    setBusy(true);
    const result = onResult(await settled(bridge.retryConnection()));
    setBusy(false);
    setFailed(result.ok ? null : result.error);
  };

  return (
    <Screen title="The project cannot be reached">
      <p>
        <bdi>{shownName(name)}</bdi> at <bdi data-selectable>{oneLine(address)}</bdi> did not answer. You are
        still signed in.
      </p>
      <ErrorAlert error={shown} onAction={shown.kind === 'proxy-login' ? () => void retry() : undefined} />
      <Group gap={8}>
        <Button loading={busy} onClick={() => void retry()}>
          Retry
        </Button>
        <Button variant="default" disabled={busy} onClick={onSignOut}>
          Sign out
        </Button>
      </Group>
    </Screen>
  );
}
