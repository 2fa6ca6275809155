import { Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { PendingSecret } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import styles from './new-key.module.css';
import { NewKeyPanel } from './new-key-panel.tsx';

type NewKeyDialogProps = {
  readonly children?: ReactNode;
  /** The key that waits to be stored; null closes the dialog. */
  readonly pending: PendingSecret | null;
  /** The key is stored and forgotten here. */
  readonly onStored: () => void;
};

/**
 * "Your new API key": seen only now. Neither Escape nor a click beside it closes it; the one plain way out is
 * t('reveal.stored').
 */
export function NewKeyDialog({ pending, onStored, children }: NewKeyDialogProps) {
  const [reminded, setReminded] = useState<string | null>(null);
  const remind = () => setReminded(pending?.keyId ?? null);
  return (
    <Modal
      opened={pending !== null}
      onClose={remind}
      title={t('reveal.title')}
      withCloseButton={false}
      closeOnClickOutside={false}
      centered
      size={520}
      padding={24}
      // Nothing of the key fades out: when it is forgotten, it is gone.
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.4 }}
      classNames={{ title: styles.title, header: styles.header, body: styles.body }}
    >
      {pending ? (
        <NewKeyPanel
          key={pending.keyId}
          pending={pending}
          reminded={reminded === pending.keyId}
          onStored={onStored}
        >
          {children}
        </NewKeyPanel>
      ) : null}
    </Modal>
  );
}
