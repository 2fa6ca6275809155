import { useRef, useState } from 'react';
import type { Result } from '../../shared/app-error.ts';
import { freshColour, USUAL_SETTINGS } from '../../shared/connections.ts';
import { t } from '../../shared/language/words.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { useBridge } from '../bridge.ts';
import { ErrorAlert } from '../error-alert.tsx';
import { GivenConnections } from '../policy/given-connections.tsx';
import { usePolicy } from '../policy/use-policy.ts';
import { quietly, settled } from '../settled.ts';
import { ConnectForm } from '../sign-in/connect-form.tsx';
import type { Attempt } from '../sign-in/sign-in.tsx';
import { usualAddress } from '../sign-in/usual-address.ts';
import { useConnectionDesk } from './connection-desk.ts';
import { LookFields } from './look-fields.tsx';

type AddConnectionProps = {
  readonly onResult: (result: Result<SessionState>) => Result<SessionState>;
  readonly onClose: () => void;
};

/** Connects one project more; what is open stays so until its server has let it in. */
export function AddConnection({ onResult, onClose }: AddConnectionProps) {
  const bridge = useBridge();
  const form = useRef<HTMLFormElement>(null);
  const [attempt, setAttempt] = useState<Attempt>({ kind: 'none' });
  const { connections } = useConnectionDesk();
  const { rules } = usePolicy();
  const [chosen, setChosen] = useState<string | null>(null);
  const address = chosen ?? usualAddress(rules);
  const [begun] = useState(() => ({ ...USUAL_SETTINGS, colour: freshColour(connections) }));
  const [settings, setSettings] = useState(begun);

  const connect = async (input: { address: string; token: string }) => {
    setAttempt({ kind: 'under-way', what: 'connect' });
    const result = onResult(await settled(bridge.connect(input)));
    const quiet = result.ok || result.error.kind === 'cancelled';
    setAttempt(quiet ? { kind: 'none' } : { kind: 'failed', error: result.error, what: 'connect' });
    if (!result.ok) return result;
    // What nobody has chosen stays as it is: the project may have been in the list already.
    if (result.value.kind === 'signed-in' && settings !== begun)
      await settled(bridge.changeConnection({ connectionId: result.value.connection.id, settings }));
    onClose();
    return result;
  };

  const error = attempt.kind === 'failed' ? attempt.error : null;
  const atField = error?.kind === 'invalid-address' || error?.kind === 'invalid-token';
  return (
    <>
      {error && !atField ? (
        <ErrorAlert
          error={error}
          onAction={error.kind === 'proxy-login' ? () => form.current?.requestSubmit() : undefined}
        />
      ) : null}
      <GivenConnections
        connections={rules.connections}
        disabled={attempt.kind === 'under-way'}
        offersOne
        onChoose={(given) => {
          setChosen(given.address);
          setSettings({ ...settings, ownName: given.name });
        }}
      />
      <ConnectForm
        formRef={form}
        key={address}
        address={address}
        attempt={attempt}
        onConnect={connect}
        onCancel={() => quietly(bridge.cancel({ call: 'connect' }))}
      >
        <LookFields settings={settings} onChange={setSettings} projectName={t('connections.asProject')} />
      </ConnectForm>
    </>
  );
}
