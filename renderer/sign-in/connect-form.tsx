import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import type { AppError, Result } from '../../shared/app-error.ts';
import { t } from '../../shared/language/words.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { errorText } from '../error-text.ts';
import styles from './sign-in.module.css';
import type { Attempt } from './sign-in.tsx';
import { TokenInput } from './token-input.tsx';

type ConnectFormProps = {
  readonly formRef: RefObject<HTMLFormElement | null>;
  readonly address: string;
  readonly attempt: Attempt;
  readonly onConnect: (input: { address: string; token: string }) => Promise<Result<SessionState>>;
  readonly onCancel: () => void;
  /** What else is asked for. */
  readonly children?: ReactNode;
};

function fieldError(attempt: Attempt, kind: AppError['kind']): string | null {
  return attempt.kind === 'failed' && attempt.error.kind === kind ? errorText(attempt.error).sentence : null;
}

/** Both fields are read when they are sent: the token is never part of any state. */
export function ConnectForm({ formRef, address, attempt, onConnect, onCancel, children }: ConnectFormProps) {
  const addressField = useRef<HTMLInputElement>(null);
  const tokenField = useRef<HTMLInputElement>(null);
  const addressError = fieldError(attempt, 'invalid-address');
  const tokenError = fieldError(attempt, 'invalid-token');
  const busy = attempt.kind === 'under-way';
  const connecting = busy && attempt.what !== 'demo';

  // The address is filled in at first: the token is what is still to be typed.
  useEffect(() => tokenField.current?.focus(), []);

  useEffect(() => {
    if (addressError) addressField.current?.focus();
    else if (tokenError) tokenField.current?.focus();
  }, [addressError, tokenError]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || !addressField.current || !tokenField.current) return;
    const field = tokenField.current;
    const result = await onConnect({ address: addressField.current.value, token: field.value });
    if (result.ok) field.value = '';
  };

  return (
    <form ref={formRef} className={styles.form} onSubmit={submit} noValidate>
      <TextInput
        ref={addressField}
        label={t('common.apiAddress')}
        defaultValue={address}
        error={addressError}
        readOnly={busy}
        spellCheck={false}
        autoComplete="off"
        maxLength={2048}
      />
      <TokenInput fieldRef={tokenField} error={tokenError} readOnly={busy} />
      {children}
      <Group gap={8} wrap="nowrap">
        <Button type="submit" fullWidth loading={connecting} disabled={busy}>
          {t('signIn.connect')}
        </Button>
        {connecting ? (
          <Button variant="default" className={styles.cancel} onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        ) : null}
      </Group>
    </form>
  );
}
