import { Button, FocusTrap, Modal } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent, useId } from 'react';
import styles from './alert-dialog.module.css';

type AlertDialogProps = {
  readonly opened: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** The answer that loses nothing: it has the focus, and Escape means it. */
  readonly stayLabel: string;
  readonly onStay: () => void;
  readonly goLabel: string;
  readonly onGo: () => void;
  /** Whether the focus goes back to where it was; not where the answer says where it goes. */
  readonly returnFocus?: boolean;
};

/** Listens only from when the dialog is open: an Escape that opened it must not close it at once. */
function useEscape(opened: boolean, onEscape: () => void): void {
  const run = useEffectEvent(onEscape);
  useEffect(() => {
    if (!opened) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.stopImmediatePropagation();
      run();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [opened]);
}

/** A question over another dialog. It stays mounted, so that the focus goes back to where it came from. */
export function AlertDialog(props: AlertDialogProps) {
  const { opened, title, children, stayLabel, onStay, goLabel, onGo, returnFocus = true } = props;
  const id = useId();
  useEscape(opened, onStay);
  return (
    <Modal.Root
      opened={opened}
      onClose={onStay}
      closeOnEscape={false}
      closeOnClickOutside={false}
      returnFocus={returnFocus}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      // Above the dialogs (200), below the tooltips (300).
      zIndex={250}
    >
      <Modal.Overlay backgroundOpacity={0.3} />
      {opened ? (
        <div className={styles.frame}>
          <FocusTrap active>
            <section
              role="alertdialog"
              aria-modal="true"
              aria-labelledby={`${id}-title`}
              aria-describedby={`${id}-words`}
              className={styles.box}
            >
              <h2 id={`${id}-title`} className={styles.title}>
                {title}
              </h2>
              <div id={`${id}-words`} className={styles.words}>
                {children}
              </div>
              <div className={styles.buttons}>
                <Button variant="default" onClick={onGo}>
                  {goLabel}
                </Button>
                <Button onClick={onStay} data-autofocus>
                  {stayLabel}
                </Button>
              </div>
            </section>
          </FocusTrap>
        </div>
      ) : null}
    </Modal.Root>
  );
}
