import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { t } from '../../shared/language/words.ts';
import { AlertBox } from '../alert-box.tsx';
import type { ErrorText } from '../error-text.ts';
import { useProxyLogin } from './proxy-login-context.ts';

type ProxyLoginAlertProps = {
  /** The failure itself: another one of the same kind is news. */
  readonly failure: object;
  readonly asked: ErrorText;
  readonly refused: ErrorText;
  /** What failed, to be done again; without it the person does it. */
  readonly onRetry: (() => void) | undefined;
  /** The quiet button for who wants to report it. */
  readonly details: ReactNode;
  readonly children: ReactNode;
};

/** The proxy asks for a login: the button opens the dialog, and what failed is then done again. */
export function ProxyLoginAlert({
  failure,
  asked,
  refused,
  onRetry,
  details,
  children,
}: ProxyLoginAlertProps) {
  const login = useProxyLogin();
  const begin = { failure, text: login?.given ? refused : asked, answered: false };
  const [met, setMet] = useState(begin);
  if (met.failure !== failure) setMet(begin);

  const onGiven = () => {
    if (onRetry) onRetry();
    else setMet({ ...met, answered: true });
  };

  if (met.answered) return <AlertBox sentence={t('proxy.hasLogin')} remedy={t('proxy.tryAgain')} />;
  return (
    <AlertBox sentence={met.text.sentence} remedy={met.text.remedy} words={children}>
      {details}
      {login ? (
        <Button size="xs" variant="default" onClick={() => login.ask(onGiven)}>
          {t('proxy.logInMore')}
        </Button>
      ) : null}
    </AlertBox>
  );
}
