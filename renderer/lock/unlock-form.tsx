import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { t } from '../../shared/language/words.ts';
import { useBridge } from '../bridge.ts';
import { MaskedInput } from '../masked-input.tsx';
import { useSecondsUntil } from '../use-seconds-until.ts';
import styles from './lock.module.css';
import { problemOf, type UnlockProblem } from './unlock-problem.ts';
import { unlockText } from './unlock-text.tsx';

/** The pass phrase: read when it is sent, and dropped from the field at once. */
export function UnlockForm() {
  const bridge = useBridge();
  const field = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<UnlockProblem | null>(null);
  const waiting = useSecondsUntil(problem?.kind === 'wait' ? problem.until : null) > 0;

  useEffect(() => field.current?.focus(), []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = field.current;
    if (busy || waiting || !input || input.value === '') return;
    const passPhrase = input.value;
    input.value = '';
    setBusy(true);
    const outcome = await bridge.unlock({ passPhrase }).catch(() => null);
    setBusy(false);
    setProblem(problemOf(outcome, Date.now()));
    input.focus();
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <MaskedInput
        fieldRef={field}
        label={t('common.passPhrase')}
        showLabel={t('lock.showPassPhrase')}
        hideLabel={t('lock.hidePassPhrase')}
        {...unlockText(problem, waiting)}
        readOnly={busy}
        maxLength={1000}
      />
      <Button type="submit" fullWidth loading={busy} disabled={waiting}>
        {t('lock.unlock')}
      </Button>
    </form>
  );
}
