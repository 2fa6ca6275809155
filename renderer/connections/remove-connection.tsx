import type { KnownConnection } from '../../shared/connections.ts';
import { AlertDialog } from '../dialogs/alert-dialog.tsx';
import { shownName } from '../format.ts';

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
      title="Sign out"
      stayLabel="Cancel"
      onStay={onCancel}
      goLabel="Sign out"
      onGo={() => connection && onConfirm(connection)}
    >
      <p>
        The token for <bdi>{shownName(connection?.name ?? null)}</bdi> and the offline copy of its list are
        deleted from this computer. The connection stays in the list; the project and its keys stay as they
        are.
      </p>
    </AlertDialog>
  );
}

/** Asks before everything of a connection goes. What else is kept of its project is offered here before. */
export function RemoveConnection({ connection, onCancel, onConfirm }: PartWithProps) {
  return (
    <AlertDialog
      opened={connection !== null}
      title="Remove connection"
      stayLabel="Cancel"
      onStay={onCancel}
      goLabel="Remove"
      onGo={() => connection && onConfirm(connection)}
    >
      <p>
        Everything that is kept of <bdi>{shownName(connection?.name ?? null)}</bdi> on this computer is
        deleted: its token, the offline copy of its list, its name and its address. The project and its keys
        stay as they are.
      </p>
    </AlertDialog>
  );
}
