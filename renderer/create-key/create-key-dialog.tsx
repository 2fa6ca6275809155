import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { PendingSecret } from '../../shared/api-key.ts';
import type { Connection } from '../../shared/session-state.ts';
import { useBridge } from '../bridge.ts';
import { useIsCovered } from '../dialogs/covered.ts';
import { oneLine } from '../format.ts';
import styles from './create-key.module.css';
import { CreateKeyForm } from './create-key-form.tsx';
import { CreateKeyQuestions } from './create-key-questions.tsx';
import { type CreateKeyStore, createCreateKeyStore, isBusy } from './create-key-store.ts';
import { isTyped } from './create-key-values.ts';

type CreateKeyDialogProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onCreated: (pending: PendingSecret) => void;
  readonly connection: Connection;
  /** The form, where it shall outlive the dialog: a sign-in between two attempts keeps it. */
  readonly store?: CreateKeyStore;
  /** The list may have changed although no key was handed over. */
  readonly onMaybeChanged?: () => void;
};

/** "Create an API Key". What was typed is only forgotten when it was saved, or discarded with a yes. */
export function CreateKeyDialog(props: CreateKeyDialogProps) {
  const { opened, onClose, onCreated, connection, onMaybeChanged } = props;
  const bridge = useBridge();
  const [ownStore] = useState(() => createCreateKeyStore({ bridge }));
  const store = props.store ?? ownStore;
  const { form, phase, mayExist, leftoverId, save, confirm, back, reset } = useStore(store);
  const [discarding, setDiscarding] = useState(false);
  const busy = isBusy(phase);
  const covered = useIsCovered();
  const asking =
    covered || discarding || phase.kind === 'confirming-empty' || phase.kind === 'confirming-again';

  useEffect(() => {
    if (mayExist) onMaybeChanged?.();
  }, [mayExist, onMaybeChanged]);

  const settle = async (attempt: Promise<PendingSecret | null>) => {
    const pending = await attempt;
    if (pending) onCreated(pending);
  };

  const close = () => {
    reset();
    setDiscarding(false);
    onClose();
  };

  const goBack = () => {
    if (busy) return;
    if (isTyped(form) || leftoverId !== null) setDiscarding(true);
    else close();
  };

  return (
    <>
      <Modal.Root
        opened={opened}
        onClose={goBack}
        closeOnEscape={!busy && !asking}
        closeOnClickOutside={false}
        lockScroll={false}
        size={1120}
        yOffset="max(24px, 5dvh)"
        xOffset={24}
        padding={24}
        radius="lg"
        transitionProps={{ transition: 'fade', duration: 100 }}
        classNames={{ content: styles.content, header: styles.header, title: styles.title }}
      >
        <Modal.Overlay backgroundOpacity={0.4} />
        <Modal.Content>
          <Modal.Header>
            <Modal.Title>Create an API Key</Modal.Title>
            <span className={styles.project}>
              in <bdi>{oneLine(connection.project?.name ?? connection.name, 80)}</bdi>
            </span>
            <Modal.CloseButton aria-label="Close" size={26} disabled={busy} />
          </Modal.Header>
          <CreateKeyForm
            store={store}
            connection={connection}
            onSubmit={() => void settle(save())}
            onGoBack={goBack}
          />
        </Modal.Content>
      </Modal.Root>
      <CreateKeyQuestions
        phase={phase}
        discarding={discarding}
        mayExist={mayExist}
        onConfirm={() => void settle(confirm())}
        onBack={back}
        onDiscard={close}
        onKeep={() => setDiscarding(false)}
      />
    </>
  );
}
