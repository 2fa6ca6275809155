import { Modal } from '@mantine/core';
import { useState } from 'react';
import { type KeyRow, rowId } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import { useIsCovered } from '../dialogs/covered.ts';
import styles from './delete-key.module.css';
import { DeleteKeyPanel } from './delete-key-panel.tsx';

type DeleteKeyDialogProps = {
  /** The key to delete; null closes the dialog. */
  readonly row: KeyRow | null;
  /** A list that came meanwhile does not have it any more. */
  readonly isGone: boolean;
  /** What else to know before. */
  readonly warnings?: readonly string[];
  readonly onClose: () => void;
  readonly onDeleted: (id: string) => void;
};

/** "Delete API key": names the key and what its end means. While the call runs, nothing closes it. */
export function DeleteKeyDialog({ row, isGone, warnings = [], onClose, onDeleted }: DeleteKeyDialogProps) {
  const [busy, setBusy] = useState(false);
  const locked = useIsCovered() || busy;
  return (
    <Modal
      opened={row !== null}
      onClose={onClose}
      title={t('deletion.title')}
      centered
      size={460}
      padding={24}
      withCloseButton={false}
      closeOnEscape={!locked}
      closeOnClickOutside={!locked}
      transitionProps={{ duration: 0 }}
      classNames={{ header: styles.header, title: styles.title, body: styles.body }}
    >
      {row ? (
        <DeleteKeyPanel
          key={rowId(row)}
          row={row}
          isGone={isGone}
          warnings={warnings}
          onLock={setBusy}
          onClose={onClose}
          onDeleted={onDeleted}
        />
      ) : null}
    </Modal>
  );
}
