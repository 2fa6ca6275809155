import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { PendingSecret } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import type { Connection } from '../../shared/session-state.ts';
import { useBridge } from '../bridge.ts';
import { useIsCovered } from '../dialogs/covered.ts';
import { oneLine } from '../format.ts';
import type { KeysStore } from '../keys/keys-state.ts';
import { words } from '../language/words.tsx';
import styles from './create-key.module.css';
import { CreateKeyForm } from './create-key-form.tsx';
import { CreateKeyQuestions } from './create-key-questions.tsx';
import { type CreateKeyStore, isBusy } from './create-key-state.ts';
import { createCreateKeyStore } from './create-key-store.ts';
import { isTyped } from './create-key-values.ts';
import { UncertainPanel } from './uncertain-panel.tsx';

type CreateKeyDialogProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onCreated: (pending: PendingSecret) => void;
  readonly connection: Connection;
  /** The list, to look for a key in that may exist. */
  readonly keys: KeysStore;
  /** The form, where it shall outlive the dialog: a sign-in between two attempts keeps it. */
  readonly store?: CreateKeyStore;
  /** What stands above the form. */
  readonly lead?: ReactNode;
};

/** t('create.title'). What was typed is only forgotten when it was saved, or discarded with a yes. */
export function CreateKeyDialog(props: CreateKeyDialogProps) {
  const { opened, onClose, onCreated, connection, keys } = props;
  const bridge = useBridge();
  const [ownStore] = useState(() => createCreateKeyStore({ bridge }));
  const store = props.store ?? ownStore;
  const { form, begun, phase, uncertain, leftoverId, save, confirm, back, reset } = useStore(store);
  const [discarding, setDiscarding] = useState(false);
  const busy = isBusy(phase);
  const covered = useIsCovered();
  const asking = covered || discarding || phase.kind === 'confirming-empty';
  const looking = phase.kind === 'uncertain' || phase.kind === 'deleting-candidate';

  // It is in the list, although it was not handed over.
  useEffect(() => {
    if (leftoverId !== null) keys.refresh();
  }, [leftoverId, keys]);

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
    if (isTyped(form, begun) || leftoverId !== null) setDiscarding(true);
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
            <Modal.Title>{form.replaces ? t('create.replaceTitle') : t('create.title')}</Modal.Title>
            <span className={styles.project}>
              {words('create.inProject', {
                project: <bdi>{oneLine(connection.project?.name ?? connection.name, 80)}</bdi>,
              })}
            </span>
            <Modal.CloseButton aria-label={t('common.close')} size={26} disabled={busy} />
          </Modal.Header>
          {looking && uncertain ? null : props.lead}
          {looking && uncertain ? (
            <UncertainPanel
              key={uncertain.attempt.id}
              uncertain={uncertain}
              store={store}
              keys={keys}
              connection={connection}
              onSending={(sending) => void settle(sending)}
              onClose={close}
            />
          ) : (
            <CreateKeyForm
              store={store}
              connection={connection}
              onSubmit={() => void settle(save())}
              onGoBack={goBack}
            />
          )}
        </Modal.Content>
      </Modal.Root>
      <CreateKeyQuestions
        phase={phase}
        discarding={discarding}
        mayExist={uncertain !== null || leftoverId !== null}
        onConfirm={() => void settle(confirm())}
        onBack={back}
        onDiscard={close}
        onKeep={() => setDiscarding(false)}
      />
    </>
  );
}
