import { Button } from '@mantine/core';
import { useState } from 'react';
import type { KnownConnection } from '../../shared/connections.ts';
import { useBridge } from '../bridge.ts';
import { AlertDialog } from '../dialogs/alert-dialog.tsx';
import { errorText } from '../error-text.ts';
import { shownName } from '../format.ts';
import { settled } from '../settled.ts';
import styles from './connections.module.css';

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

type RemoveProps = PartWithProps & {
  /** Whether its keys are on screen: what is known of them can be taken along then. */
  readonly isOpen: boolean;
};

/** Asks before everything of a connection goes; the notes of its keys can be saved as a file before. */
export function RemoveConnection({ connection, isOpen, onCancel, onConfirm }: RemoveProps) {
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
        deleted: its token, the offline copy of its list, what is known of its keys, what was done from here,
        its name and its address. The project and its keys stay as they are.
      </p>
      {isOpen ? (
        <ExportNotes />
      ) : (
        <p>To take along what is known of its keys, open it first and export its notes.</p>
      )}
    </AlertDialog>
  );
}

/** The notes of the keys on screen, as a file. */
function ExportNotes() {
  const bridge = useBridge();
  const [told, setTold] = useState('');
  const save = async () => {
    const result = await settled(bridge.exportFacts());
    if (!result.ok) setTold(errorText(result.error).sentence);
    else if (result.value.saved) setTold('The notes were saved.');
  };
  return (
    <div className={styles.exportNotes}>
      <Button size="xs" variant="default" onClick={() => void save()}>
        Export the notes of its keys…
      </Button>
      <span role="status">{told}</span>
    </div>
  );
}
