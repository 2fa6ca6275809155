import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../shared/language/words.ts';
import { PassPhraseForm } from './pass-phrase-form.tsx';
import styles from './security.module.css';

type PassPhraseProps = {
  readonly isSet: boolean;
  /** The person came for this: the form is open and has the focus. */
  readonly wanted: boolean;
};

/** `open`: as main told of the pass phrase when the form was opened; it tells anew before the form is done. */
type Form = { readonly kind: 'closed' } | { readonly kind: 'open'; readonly isSet: boolean };

const CLOSED: Form = { kind: 'closed' };

/** The pass phrase that unlocks the window: whether there is one, and the form to set it. */
export function PassPhrase({ isSet, wanted }: PassPhraseProps) {
  const [form, setForm] = useState<Form>(() => (wanted && !isSet ? { kind: 'open', isSet } : CLOSED));
  const [done, setDone] = useState('');
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);

  // The form takes the focus with it when it goes.
  useEffect(() => {
    if (wasOpen.current && form.kind === 'closed') opener.current?.focus();
    wasOpen.current = form.kind === 'open';
  }, [form]);

  return (
    <div>
      <div className={styles.row}>
        <div className={styles.words}>
          <h4 className={styles.label}>{t('common.passPhrase')}</h4>
          <p className={styles.hint}>{t('security.hint')}</p>
          <p role="status" className={styles.done}>
            {done}
          </p>
        </div>
        {form.kind === 'closed' ? (
          <Button
            ref={opener}
            variant="default"
            onClick={() => {
              setForm({ kind: 'open', isSet });
              setDone('');
            }}
          >
            {isSet ? t('security.changeMore') : t('security.setMore')}
          </Button>
        ) : null}
      </div>
      {form.kind === 'open' ? (
        <PassPhraseForm
          isSet={form.isSet}
          onDone={() => {
            setForm(CLOSED);
            setDone(form.isSet ? t('security.changed') : t('security.hasBeenSet'));
          }}
          onCancel={() => setForm(CLOSED)}
        />
      ) : null}
    </div>
  );
}
