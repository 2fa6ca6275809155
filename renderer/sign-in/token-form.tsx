import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { AppError, Result } from '../../shared/app-error.ts';
import { t } from '../../shared/language/words.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { useBridge } from '../bridge.ts';
import styles from '../dialogs/prompt.module.css';
import { ErrorAlert } from '../error-alert.tsx';
import { errorText } from '../error-text.ts';
import { quietly, settled } from '../settled.ts';
import { TokenInput } from './token-input.tsx';

type TokenFormProps = {
  readonly connectionId: string;
  /** Whose token is asked for, and why. */
  readonly lead: ReactNode;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly onSignedIn?: () => void;
  readonly onResult: (result: Result<SessionState>) => Result<SessionState>;
};

/**
 * Asks for another token of a connection. It is read when it is sent: it is never part of any state. The address is
 * main's knowledge; only where main cannot vouch for it, the person types it.
 */
export function TokenForm(props: TokenFormProps) {
  const { connectionId, lead, closeLabel, onClose, onSignedIn, onResult } = props;
  const bridge = useBridge();
  const field = useRef<HTMLInputElement>(null);
  const addressField = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [typesAddress, setTypesAddress] = useState(false);

  const send = (token: string) =>
    typesAddress
      ? bridge.connect({ address: addressField.current?.value ?? '', token })
      : bridge.signInAgain({ connectionId, token });

  const signIn = async () => {
    const token = field.current;
    if (busy || !token) return;
    setBusy(true);
    const result = onResult(await settled(send(token.value)));
    setBusy(false);
    setError(result.ok || result.error.kind === 'cancelled' ? null : result.error);
    if (result.ok) {
      token.value = '';
      onSignedIn?.();
      return;
    }
    if (result.error.kind === 'address-unverified') setTypesAddress(true);
    else token.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void signIn();
  };
  const errorAt = (kind: AppError['kind']) => (error?.kind === kind ? errorText(error).sentence : null);
  const isAtField = error?.kind === 'invalid-token' || error?.kind === 'invalid-address';
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.lead}>{lead}</p>
      {error && !isAtField ? (
        <ErrorAlert error={error} onAction={error.kind === 'proxy-login' ? () => void signIn() : undefined} />
      ) : null}
      {typesAddress ? (
        <TextInput
          ref={addressField}
          label={t('common.apiAddress')}
          error={errorAt('invalid-address')}
          readOnly={busy}
          spellCheck={false}
          autoComplete="off"
          maxLength={2048}
          autoFocus
        />
      ) : null}
      <TokenInput fieldRef={field} error={errorAt('invalid-token')} readOnly={busy} />
      <div className={styles.footer}>
        <Button
          variant="default"
          onClick={busy ? () => quietly(bridge.cancel({ call: 'connect' })) : onClose}
        >
          {busy ? t('common.cancel') : closeLabel}
        </Button>
        <Button type="submit" loading={busy}>
          {t('common.signIn')}
        </Button>
      </div>
    </form>
  );
}
