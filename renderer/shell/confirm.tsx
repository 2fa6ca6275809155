import type { Connection } from '../../shared/session-state.ts';
import { AlertDialog } from '../dialogs/alert-dialog.tsx';
import { shownName } from '../format.ts';

type ConfirmProps = {
  readonly opened: boolean;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
};

/** Asks before the token is forgotten. */
export function ConfirmSignOut({
  opened,
  onCancel,
  onConfirm,
  connection,
}: ConfirmProps & { readonly connection: Connection }) {
  return (
    <AlertDialog
      opened={opened}
      title="Sign out"
      stayLabel="Cancel"
      onStay={onCancel}
      goLabel="Sign out"
      onGo={onConfirm}
    >
      <p>
        The token for <bdi>{shownName(connection.name)}</bdi> and the offline copy of its list are deleted
        from this computer. The connection stays in the list; the project and its keys stay as they are.
      </p>
    </AlertDialog>
  );
}

/** Asks before the sample keys are put back. */
export function ConfirmResetDemo({ opened, onCancel, onConfirm }: ConfirmProps) {
  return (
    <AlertDialog
      opened={opened}
      title="Reset the demo"
      stayLabel="Cancel"
      onStay={onCancel}
      goLabel="Reset"
      onGo={onConfirm}
    >
      <p>The demo gets its sample keys back. What you changed in it is lost.</p>
    </AlertDialog>
  );
}
