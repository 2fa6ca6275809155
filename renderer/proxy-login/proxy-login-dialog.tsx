import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { t } from '../../shared/language/words.ts';
import { useBridge } from '../bridge.ts';
import styles from '../dialogs/prompt.module.css';
import { ErrorAlert } from '../error-alert.tsx';
import { MaskedInput } from '../masked-input.tsx';

type ProxyLoginDialogProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Main holds the login now. */
  readonly onGiven: () => void;
};

/** t('proxy.title'), also over another dialog. */
export function ProxyLoginDialog({ opened, onClose, onGiven }: ProxyLoginDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('proxy.title')}
      size={400}
      padding={24}
      // Above the dialogs (200), below the tooltips (300).
      zIndex={240}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
      classNames={{ header: styles.header, title: styles.title, body: styles.body }}
    >
      {opened ? <ProxyLoginForm onClose={onClose} onGiven={onGiven} /> : null}
    </Modal>
  );
}

function ProxyLoginForm({ onClose, onGiven }: Omit<ProxyLoginDialogProps, 'opened'>) {
  const bridge = useBridge();
  const userField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<'none' | 'empty' | 'failed'>('none');
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // A form within another's tree: what is sent here is not sent there.
    event.stopPropagation();
    const [user, password] = [userField.current, passwordField.current];
    if (busy || !user || !password) return;
    if (user.value === '') {
      setProblem('empty');
      user.focus();
      return;
    }
    const login = { username: user.value, password: password.value };
    password.value = '';
    setBusy(true);
    const taken = await bridge.setProxyLogin(login).then(
      () => true,
      () => false,
    );
    setBusy(false);
    setProblem(taken ? 'none' : 'failed');
    if (taken) onGiven();
    else password.focus();
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.lead}>{t('proxy.lead')}</p>
      {problem === 'failed' ? <ErrorAlert error={{ kind: 'unexpected' }} /> : null}
      <TextInput
        ref={userField}
        label={t('proxy.userName')}
        error={problem === 'empty' ? <span role="alert">{t('proxy.enterUserName')}</span> : null}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        maxLength={1000}
        readOnly={busy}
        data-autofocus
      />
      <MaskedInput
        fieldRef={passwordField}
        label={t('proxy.password')}
        showLabel={t('proxy.showPassword')}
        hideLabel={t('proxy.hidePassword')}
        maxLength={1000}
        readOnly={busy}
      />
      <div className={styles.footer}>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={busy}>
          {t('proxy.logIn')}
        </Button>
      </div>
    </form>
  );
}
