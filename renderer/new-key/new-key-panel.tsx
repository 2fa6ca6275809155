import { Button } from '@mantine/core';
import { IconCheck, IconCopy, IconEye, IconEyeOff } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import type { PendingSecret } from '../../shared/api-key.ts';
import type { AppError, Result } from '../../shared/app-error.ts';
import { t } from '../../shared/language/words.ts';
import { useBridge } from '../bridge.ts';
import { ClipboardNotice } from '../clipboard/clipboard-notice.tsx';
import { useClipboard } from '../clipboard/use-clipboard.ts';
import { AlertDialog } from '../dialogs/alert-dialog.tsx';
import { ErrorAlert } from '../error-alert.tsx';
import { KeyName } from '../key-name.tsx';
import { quietly } from '../settled.ts';
import styles from './new-key.module.css';
import { SecretField } from './secret-field.tsx';
import { CopyAs, TryKey } from './use-key.tsx';
import { useRevealedSecret } from './use-revealed-secret.ts';

type NewKeyPanelProps = {
  readonly pending: PendingSecret;
  /** Escape was pressed: say why nothing happens. */
  readonly reminded: boolean;
  readonly onStored: () => void;
  /** What belongs to this key besides. */
  readonly children?: ReactNode;
};

type Copying =
  | { readonly kind: 'not-yet' | 'under-way' | 'copied' }
  | { readonly kind: 'failed'; readonly error: AppError };

/** The new key, how to take it along, and the way out. */
export function NewKeyPanel({ pending, reminded, onStored, children }: NewKeyPanelProps) {
  const bridge = useBridge();
  const { secret, error, show, hide } = useRevealedSecret(pending.keyId);
  const clipboard = useClipboard();
  const copyButton = useRef<HTMLButtonElement>(null);
  const [copying, setCopying] = useState<Copying>({ kind: 'not-yet' });
  const [taken, setTaken] = useState(false);
  const [asking, setAsking] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [clipboardKnown, setClipboardKnown] = useState(false);
  if (clipboard.kind !== 'clean' && !clipboardKnown) setClipboardKnown(true);

  const copy = async (work: Promise<Result<void>>) => {
    setCopying({ kind: 'under-way' });
    const result = await work.catch(() => null);
    setCopying(
      result?.ok ? { kind: 'copied' } : { kind: 'failed', error: result?.error ?? { kind: 'unexpected' } },
    );
    if (result?.ok) setTaken(true);
  };

  const toggle = async () => {
    if (secret !== null) hide();
    else if (await show()) setTaken(true);
  };

  const finish = async () => {
    setAsking(false);
    setLeaving(true);
    hide();
    await bridge.discardSecret().catch(() => undefined);
    onStored();
  };

  const clear = () => {
    copyButton.current?.focus();
    quietly(bridge.clearClipboard());
  };

  const failure = error ?? (copying.kind === 'failed' ? copying.error : null);
  const copied = copying.kind === 'copied';
  // The clipboard may be told of before the call is answered.
  const thisOne = copied || copying.kind === 'under-way';
  const gone = clipboardKnown && clipboard.kind === 'clean';
  // As long as nothing is known of the clipboard; then its own line says it.
  const plainlyCopied = copied && !clipboardKnown;
  const status = plainlyCopied ? t('common.copied') : reminded && !copied ? t('reveal.storeFirst') : '';
  return (
    <>
      <p className={styles.lead}>{t('reveal.lead')}</p>
      <KeyName name={pending.name} className={styles.name} />
      <SecretField
        secret={secret}
        lastFour={pending.lastFour}
        onCopy={() => void copy(bridge.copySecret())}
      />
      {failure ? <ErrorAlert error={failure} /> : null}
      <div className={styles.actions}>
        <Button
          ref={copyButton}
          data-autofocus
          leftSection={
            copied && !gone ? (
              <IconCheck size={16} aria-hidden="true" />
            ) : (
              <IconCopy size={16} aria-hidden="true" />
            )
          }
          onClick={() => void copy(bridge.copySecret())}
        >
          {t('reveal.copyKey')}
        </Button>
        <CopyAs onCopy={(form) => void copy(bridge.copySecretAs({ form }))} />
        <Button
          variant="default"
          leftSection={
            secret === null ? (
              <IconEye size={16} aria-hidden="true" />
            ) : (
              <IconEyeOff size={16} aria-hidden="true" />
            )
          }
          onClick={() => void toggle()}
        >
          {secret === null ? t('reveal.showKey') : t('reveal.hideKey')}
        </Button>
        <span role="status" className={styles.status}>
          {status}
        </span>
      </div>
      <div className={styles.clipboard}>
        <ClipboardNotice
          state={clipboard}
          copied={thisOne ? 'this' : 'some'}
          place="dialog"
          onClear={clear}
        />
      </div>
      {children}
      <TryKey>
        <Button
          variant="default"
          disabled={leaving}
          onClick={() => (taken ? void finish() : setAsking(true))}
        >
          {t('reveal.stored')}
        </Button>
      </TryKey>
      <AlertDialog
        opened={asking}
        title={t('reveal.neither')}
        stayLabel={t('common.goBack')}
        onStay={() => setAsking(false)}
        goLabel={t('reveal.closeAndLose')}
        onGo={() => void finish()}
      >
        <p>{t('reveal.onceClosed')}</p>
      </AlertDialog>
    </>
  );
}
