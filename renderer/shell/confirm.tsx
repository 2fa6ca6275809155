import { t } from '../../shared/language/words.ts';
import type { Connection } from '../../shared/session-state.ts';
import { AlertDialog } from '../dialogs/alert-dialog.tsx';
import { shownName } from '../format.ts';
import { words } from '../language/words.tsx';

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
      title={t('common.signOut')}
      stayLabel={t('common.cancel')}
      onStay={onCancel}
      goLabel={t('common.signOut')}
      onGo={onConfirm}
    >
      <p>{words('connections.signOutWords', { project: <bdi>{shownName(connection.name)}</bdi> })}</p>
    </AlertDialog>
  );
}

/** Asks before the sample keys are put back. */
export function ConfirmResetDemo({ opened, onCancel, onConfirm }: ConfirmProps) {
  return (
    <AlertDialog
      opened={opened}
      title={t('shell.resetDemo')}
      stayLabel={t('common.cancel')}
      onStay={onCancel}
      goLabel={t('shell.reset')}
      onGo={onConfirm}
    >
      <p>{t('shell.resetWords')}</p>
    </AlertDialog>
  );
}
