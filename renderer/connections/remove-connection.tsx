import type { KnownConnection } from '../../shared/connections.ts';
import { t } from '../../shared/language/words.ts';
import { AlertDialog } from '../dialogs/alert-dialog.tsx';
import { shownName } from '../format.ts';
import { words } from '../language/words.tsx';
import { ExportBefore } from '../local-facts/export-before.tsx';

type PartWithProps = {
  readonly connection: KnownConnection | null;
  readonly onCancel: () => void;
  readonly onConfirm: (connection: KnownConnection) => void;
};

/** Asks before a connection that is not on screen is signed out. */
export function SignOutOfConnection({ connection, onCancel, onConfirm }: PartWithProps) {
  return (
    <AlertDialog
      opened={connection !== null}
      title={t('common.signOut')}
      stayLabel={t('common.cancel')}
      onStay={onCancel}
      goLabel={t('common.signOut')}
      returnFocus={false}
      onGo={() => connection && onConfirm(connection)}
    >
      <p>
        {words('connections.signOutWords', { project: <bdi>{shownName(connection?.name ?? null)}</bdi> })}
      </p>
    </AlertDialog>
  );
}

/** Asks before everything of a connection goes. What else is kept of its project is offered here before. */
export function RemoveConnection({ connection, onCancel, onConfirm }: PartWithProps) {
  return (
    <AlertDialog
      opened={connection !== null}
      title={t('connections.removeTitle')}
      stayLabel={t('common.cancel')}
      onStay={onCancel}
      goLabel={t('connections.remove')}
      returnFocus={false}
      onGo={() => connection && onConfirm(connection)}
    >
      <p>{words('connections.removeWords', { project: <bdi>{shownName(connection?.name ?? null)}</bdi> })}</p>
      {connection ? <ExportBefore connectionId={connection.id} /> : null}
    </AlertDialog>
  );
}
