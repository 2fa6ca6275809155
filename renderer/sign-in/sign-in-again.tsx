import { Button, Modal } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import type { AppError, Result } from '../../shared/app-error.ts';
import type { Connection, SessionState } from '../../shared/session-state.ts';
import { useBridge } from '../bridge.ts';
import styles from '../dialogs/prompt.module.css';
import { ErrorAlert } from '../error-alert.tsx';
import { errorText } from '../error-text.ts';
import { oneLine, shownName } from '../format.ts';
import { quietly, settled } from '../settled.ts';
import { TokenInput } from './token-input.tsx';

type SignInAgainProps = {
  readonly opened: boolean;
  readonly connection: Connection;
  readonly onClose: () => void;
  readonly onResult: (result: Result<SessionState>) => Result<SessionState>;
};

/** Asks for another token where the server does not accept the one it had. What is on screen stays as it is. */
export function SignInAgain({ opened, connection, onClose, onResult }: SignInAgainProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Sign in again"
      size={400}
      padding={24}
      // Above the dialogs (200), below the tooltips (300).
      zIndex={230}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
      classNames={{ header: styles.header, title: styles.title, body: styles.body }}
    >
      {opened ? <AgainForm connection={connection} onClose={onClose} onResult={onResult} /> : null}
    </Modal>
  );
}

/** The token is read when it is sent: it is never part of any state. */
function AgainForm({ connection, onClose, onResult }: Omit<SignInAgainProps, 'opened'>) {
  const bridge = useBridge();
  const field = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const address = connection.address ?? '';

  const signIn = async () => {
    const token = field.current;
    if (busy || !token) return;
    setBusy(true);
    const result = onResult(await settled(bridge.connect({ address, token: token.value })));
    setBusy(false);
    setError(result.ok || result.error.kind === 'cancelled' ? null : result.error);
    if (result.ok) token.value = '';
    else token.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void signIn();
  };
  const atField = error?.kind === 'invalid-token' ? errorText(error).sentence : null;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.lead}>
        The server does not accept the token for <bdi>{shownName(connection.name)}</bdi> at{' '}
        <bdi>{oneLine(address)}</bdi> any more. What is on screen stays as it is.
      </p>
      {error && !atField ? (
        <ErrorAlert error={error} onAction={error.kind === 'proxy-login' ? () => void signIn() : undefined} />
      ) : null}
      <TokenInput fieldRef={field} error={atField} readOnly={busy} />
      <div className={styles.footer}>
        <Button
          variant="default"
          onClick={busy ? () => quietly(bridge.cancel({ call: 'connect' })) : onClose}
        >
          {busy ? 'Cancel' : 'Not now'}
        </Button>
        <Button type="submit" loading={busy}>
          Sign in
        </Button>
      </div>
    </form>
  );
}
