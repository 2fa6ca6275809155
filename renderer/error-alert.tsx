import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AppError } from '../shared/app-error.ts';
import { t } from '../shared/language/words.ts';
import { AlertBox } from './alert-box.tsx';
import { CopyDetails } from './copy-details.tsx';
import styles from './error-alert.module.css';
import { errorText, PROXY_LOGIN_REFUSED } from './error-text.ts';
import { ProxyLoginAlert } from './proxy-login/proxy-login-alert.tsx';
import { useCountdown } from './use-countdown.ts';

type ErrorAlertProps = {
  readonly error: AppError;
  /** What the button does; without it there is no button. */
  readonly onAction?: (() => void) | undefined;
  /** The button's word; by default t('common.retry') or t('common.signIn'), as the error asks for. */
  readonly actionLabel?: string | undefined;
  /** What the button does is under way. */
  readonly busy?: boolean;
  /** Something else is under way, and the button has to wait for it. */
  readonly disabled?: boolean;
  /** Something to say besides, for example what is still shown. */
  readonly children?: ReactNode;
};

const ACTION_LABELS = {
  retry: t('common.retry'),
  'sign-in': t('common.signIn'),
  none: t('common.ok'),
} as const;

/** 75 → "1:15", 3600 → "1:00:00". */
function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** What went wrong, what can be done, the one button for it, and a quiet one for who wants to report it. */
export function ErrorAlert(props: ErrorAlertProps) {
  const { error, onAction, actionLabel, busy = false, disabled = false, children } = props;
  const { sentence, remedy, action } = errorText(error);
  const wait = useCountdown(error.kind === 'rate-limited' ? error.retryAfterSeconds : null);
  if (action === 'proxy-login') {
    return (
      <ProxyLoginAlert
        failure={error}
        details={<CopyDetails error={error} />}
        asked={errorText(error)}
        refused={PROXY_LOGIN_REFUSED}
        onRetry={onAction}
      >
        {children}
      </ProxyLoginAlert>
    );
  }
  return (
    <AlertBox sentence={sentence} remedy={remedy} words={children}>
      {wait > 0 ? (
        <span role="timer" className={styles.wait}>
          {clock(wait)}
        </span>
      ) : null}
      <CopyDetails error={error} />
      {onAction ? (
        <Button size="xs" variant="default" onClick={onAction} disabled={disabled || wait > 0} loading={busy}>
          {actionLabel ?? ACTION_LABELS[action]}
        </Button>
      ) : null}
    </AlertBox>
  );
}
