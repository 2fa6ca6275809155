import { Button, Divider } from '@mantine/core';
import { useRef, useState } from 'react';
import type { AppError, Result } from '../../shared/app-error.ts';
import { t } from '../../shared/language/words.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { useBridge } from '../bridge.ts';
import { KnownConnections } from '../connections/known-connections.tsx';
import { ErrorAlert } from '../error-alert.tsx';
import { GivenConnections } from '../policy/given-connections.tsx';
import { usePolicy } from '../policy/use-policy.ts';
import { quietly, settled } from '../settled.ts';
import { Screen } from '../shell/screen.tsx';
import { ConnectForm } from './connect-form.tsx';
import styles from './sign-in.module.css';
import { usualAddress } from './usual-address.ts';

type SignInProps = {
  /** The address to begin with; null for the usual one, empty where the person is to type it. */
  readonly address: string | null;
  /** Why the person was brought here. */
  readonly notice: AppError | null;
  readonly onResult: (result: Result<SessionState>) => Result<SessionState>;
};

export type Attempt =
  | { readonly kind: 'none' }
  | { readonly kind: 'under-way'; readonly what: What }
  /** `what` is to be done again where it can be. */
  | { readonly kind: 'failed'; readonly error: AppError; readonly what: What };

type What = 'connect' | 'demo' | 'retry';

/** The first screen: connect a project with an address and an admin token, or look at the demo. */
export function SignIn({ address, notice, onResult }: SignInProps) {
  const bridge = useBridge();
  const [attempt, setAttempt] = useState<Attempt>(
    notice ? { kind: 'failed', error: notice, what: 'retry' } : { kind: 'none' },
  );
  const form = useRef<HTMLFormElement>(null);
  const { rules } = usePolicy();
  const [chosen, setChosen] = useState<string | null>(null);
  const begun = chosen ?? address ?? usualAddress(rules);
  const busy = attempt.kind === 'under-way';

  const run = async (
    what: What,
    call: () => Promise<Result<SessionState>>,
  ): Promise<Result<SessionState>> => {
    setAttempt({ kind: 'under-way', what });
    const result = onResult(await settled(call()));
    const quiet = result.ok || result.error.kind === 'cancelled';
    setAttempt(quiet ? { kind: 'none' } : { kind: 'failed', error: result.error, what });
    return result;
  };

  return (
    <Screen title={t('signIn.title')}>
      <p className={styles.lead}>{t('signIn.lead')}</p>
      <KnownConnections />
      <Problem
        attempt={attempt}
        onRetry={() => void run('retry', bridge.retryConnection)}
        onConnect={() => form.current?.requestSubmit()}
      />
      <GivenConnections
        connections={rules.connections}
        disabled={busy}
        onChoose={(connection) => setChosen(connection.address)}
      />
      <ConnectForm
        formRef={form}
        key={begun}
        address={begun}
        attempt={attempt}
        onConnect={(input) => run('connect', () => bridge.connect(input))}
        onCancel={() => quietly(bridge.cancel({ call: 'connect' }))}
      />
      <Divider label={t('signIn.or')} labelPosition="center" />
      <Button
        variant="default"
        fullWidth
        loading={busy && attempt.what === 'demo'}
        disabled={busy || !rules.demo}
        aria-describedby="demo-hint"
        onClick={() => void run('demo', bridge.openDemo)}
      >
        {t('signIn.openDemo')}
      </Button>
      <p id="demo-hint" className={styles.hint}>
        {rules.demo ? t('signIn.demoHint') : t('signIn.demoRuledOff')}
      </p>
    </Screen>
  );
}

type ProblemProps = {
  readonly attempt: Attempt;
  readonly onRetry: () => void;
  /** Connects once more with what still stands in the form. */
  readonly onConnect: () => void;
};

/** What failed, unless it is said at its field. */
function Problem({ attempt, onRetry, onConnect }: ProblemProps) {
  if (attempt.kind !== 'failed') return null;
  const { error, what } = attempt;
  switch (error.kind) {
    case 'invalid-address':
    case 'invalid-token':
      return null;
    case 'token-unreadable':
      return <ErrorAlert error={error} onAction={onRetry} />;
    case 'proxy-login':
      return <ErrorAlert error={error} onAction={what === 'retry' ? onRetry : onConnect} />;
    default:
      return <ErrorAlert error={error} />;
  }
}
