import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { t } from '../../shared/language/words.ts';
import { type KeyTrial, SECRET_FORMS, type SecretForm } from '../../shared/secret-use.ts';
import { useBridge } from '../bridge.ts';
import styles from './new-key.module.css';

const FORM_LABELS: Readonly<Record<SecretForm, string>> = {
  env: t('reveal.envLine'),
  header: t('reveal.header'),
  curl: t('reveal.curl'),
};

const TRIAL_WORDS: Readonly<Record<KeyTrial, string>> = {
  accepted: t('reveal.accepted'),
  refused: t('reveal.refused'),
  'not-known': t('reveal.trialUnknown'),
};

/** "Copy as": the key in the form that its place wants. */
export function CopyAs({ onCopy }: { readonly onCopy: (form: SecretForm) => void }) {
  return (
    <Menu position="bottom-start" width={200}>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
          {t('reveal.copyAs')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {SECRET_FORMS.map((form) => (
          <Menu.Item key={form} onClick={() => onCopy(form)}>
            {FORM_LABELS[form]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

type Trying =
  | { readonly kind: 'not-yet' | 'under-way' }
  | { readonly kind: 'tried'; readonly trial: KeyTrial };

/** "Try this key": one harmless call with it, and what came of it in words. */
export function TryKey({ children }: { readonly children: ReactNode }) {
  const bridge = useBridge();
  const [trying, setTrying] = useState<Trying>({ kind: 'not-yet' });

  const run = async () => {
    setTrying({ kind: 'under-way' });
    const result = await bridge.tryKey().catch(() => null);
    setTrying({ kind: 'tried', trial: result?.ok ? result.value : 'not-known' });
  };

  return (
    <div className={styles.footer}>
      <Button
        variant="subtle"
        color="gray"
        // It keeps the focus while it waits: it only does not begin again.
        aria-disabled={trying.kind === 'under-way'}
        onClick={() => trying.kind !== 'under-way' && void run()}
      >
        {t('reveal.tryKey')}
      </Button>
      <p aria-live="polite" className={styles.trial}>
        {trying.kind === 'under-way' ? t('reveal.asking') : null}
        {trying.kind === 'tried' ? TRIAL_WORDS[trying.trial] : null}
      </p>
      {children}
    </div>
  );
}
