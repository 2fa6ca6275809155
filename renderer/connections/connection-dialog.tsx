import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from '../dialogs/prompt.module.css';

type ConnectionDialogProps = {
  readonly opened: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly size?: number;
  readonly children: ReactNode;
};

/** The frame that the dialogs about connections have in common. */
export function ConnectionDialog({ opened, title, onClose, size = 420, children }: ConnectionDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      padding={24}
      closeOnClickOutside={false}
      // See useFocusBack: one dialog follows another.
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      classNames={{ header: styles.header, title: styles.title, body: styles.body }}
    >
      {opened ? children : null}
    </Modal>
  );
}
