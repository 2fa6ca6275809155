import { Modal } from '@mantine/core';
import { useStore } from 'zustand';
import type { KeyRow } from '../../shared/api-key.ts';
import { isRunning } from '../../shared/deletion.ts';
import { t } from '../../shared/language/words.ts';
import { useIsCovered } from '../dialogs/covered.ts';
import { DeleteSeveralPanel } from './delete-several-panel.tsx';
import { DeletionPanel } from './deletion-panel.tsx';
import type { DeletionStore } from './deletion-store.ts';
import styles from './several.module.css';

type DeleteSeveralDialogProps = {
  /** The keys that the person is asked about; null where nobody is asked. */
  readonly asking: readonly KeyRow[] | null;
  readonly deletions: DeletionStore;
  readonly problem: string | null;
  /** The question was answered with no, or by its way on. */
  readonly onAnswered: () => void;
  /** What became of the keys was read. */
  readonly onRead: () => void;
};

/** "Delete API keys": asks, then shows how far it is, then what became of each. While it runs, nothing closes it. */
export function DeleteSeveralDialog(props: DeleteSeveralDialogProps) {
  const { asking, deletions, problem, onAnswered, onRead } = props;
  const deletion = useStore(deletions.state);
  const locked = useIsCovered() || (deletion !== null && isRunning(deletion));
  const close = () => {
    if (!deletion) return onAnswered();
    deletions.dismiss();
    onRead();
  };
  return (
    <Modal
      opened={deletion !== null || asking !== null}
      onClose={close}
      title={t('several.title')}
      centered
      size={640}
      padding={24}
      withCloseButton={false}
      closeOnEscape={!locked}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
      classNames={{ header: styles.header, title: styles.title, body: styles.body }}
    >
      {deletion ? (
        <DeletionPanel deletion={deletion} deletions={deletions} onClose={close} />
      ) : asking ? (
        <DeleteSeveralPanel
          rows={asking}
          problem={problem}
          onCancel={onAnswered}
          onDelete={(ids, count) => {
            deletions.begin(ids, count);
            onAnswered();
          }}
        />
      ) : null}
    </Modal>
  );
}
