import { useState } from 'react';
import type { AppError, Result } from '../../shared/app-error.ts';
import type { KnownConnection } from '../../shared/connections.ts';
import { t } from '../../shared/language/words.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { useBridge } from '../bridge.ts';
import { ErrorAlert } from '../error-alert.tsx';
import { oneLine, shownName } from '../format.ts';
import { words } from '../language/words.tsx';
import { settled } from '../settled.ts';
import { TokenForm } from '../sign-in/token-form.tsx';
import { AddConnection } from './add-connection.tsx';
import { ConnectionDialog } from './connection-dialog.tsx';
import { ConnectionRows } from './connection-rows.tsx';
import { EditConnection } from './edit-connection.tsx';
import { RemoveConnection, SignOutOfConnection } from './remove-connection.tsx';

/** What is done to one connection of the list. */
export type OfConnection = {
  readonly kind: 'edit' | 'token' | 'sign-out' | 'remove';
  readonly connection: KnownConnection;
};

/** What is open about connections; one thing at a time, and the list again after what was opened from it. */
export type DeskDialog =
  | { readonly kind: 'none' | 'add' }
  /** `after`: what was opened from it; the focus comes back to its button. */
  | { readonly kind: 'list'; readonly after?: OfConnection }
  | OfConnection;

type ConnectionDialogsProps = {
  readonly dialog: DeskDialog;
  readonly onDialog: (dialog: DeskDialog) => void;
  readonly onResult: (result: Result<SessionState>) => Result<SessionState>;
  /** Somebody has not entered the token that was asked for. */
  readonly onTurnBack: () => void;
};

export function ConnectionDialogs({ dialog, onDialog, onResult, onTurnBack }: ConnectionDialogsProps) {
  const bridge = useBridge();
  const [error, setError] = useState<AppError | null>(null);
  const close = () => {
    setError(null);
    onDialog({ kind: 'none' });
  };
  const turnBack = () => {
    onTurnBack();
    close();
  };
  const backToList = () =>
    onDialog('connection' in dialog ? { kind: 'list', after: dialog } : { kind: 'list' });
  const about = (kind: OfConnection['kind']) =>
    'connection' in dialog && dialog.kind === kind ? dialog.connection : null;
  const part = async (call: Promise<Result<SessionState>>) => {
    const result = onResult(await settled(call));
    setError(result.ok ? null : result.error);
    backToList();
  };
  const edited = about('edit');
  const wanted = about('token');

  return (
    <>
      <ConnectionDialog opened={dialog.kind === 'add'} title={t('connections.add')} onClose={close}>
        <AddConnection onResult={onResult} onClose={close} />
      </ConnectionDialog>
      <ConnectionDialog
        opened={dialog.kind === 'list'}
        title={t('connections.connections')}
        size={640}
        onClose={close}
      >
        {error ? <ErrorAlert error={error} /> : null}
        <ConnectionRows after={dialog.kind === 'list' ? dialog.after : undefined} onAction={onDialog} />
      </ConnectionDialog>
      <ConnectionDialog opened={edited !== null} title={t('connections.edit')} onClose={backToList}>
        {edited ? <EditConnection connection={edited} onClose={backToList} /> : null}
      </ConnectionDialog>
      <ConnectionDialog opened={wanted !== null} title={t('common.signIn')} onClose={turnBack}>
        {wanted ? (
          <TokenForm
            connectionId={wanted.id}
            lead={words('connections.enterToken', {
              project: <bdi>{shownName(wanted.name)}</bdi>,
              address: <bdi>{oneLine(wanted.address)}</bdi>,
            })}
            closeLabel={t('common.cancel')}
            onClose={turnBack}
            onSignedIn={close}
            onResult={onResult}
          />
        ) : null}
      </ConnectionDialog>
      <SignOutOfConnection
        connection={about('sign-out')}
        onCancel={backToList}
        onConfirm={({ id }) => void part(bridge.signOutOfConnection({ connectionId: id }))}
      />
      <RemoveConnection
        connection={about('remove')}
        onCancel={backToList}
        onConfirm={({ id }) => void part(bridge.removeConnection({ connectionId: id }))}
      />
    </>
  );
}
