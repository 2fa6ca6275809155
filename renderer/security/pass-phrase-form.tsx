import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import { t } from '../../shared/language/words.ts';
import { PASS_PHRASE_LENGTH } from '../../shared/security-state.ts';
import { useBridge } from '../bridge.ts';
import { ErrorAlert } from '../error-alert.tsx';
import { problemOf, type UnlockProblem } from '../lock/unlock-problem.ts';
import { unlockText } from '../lock/unlock-text.tsx';
import { MaskedInput } from '../masked-input.tsx';
import { settled } from '../settled.ts';
import { useSecondsUntil } from '../use-seconds-until.ts';
import styles from './security.module.css';

type PassPhraseFormProps = {
  /** A pass phrase is set: it is asked for before another one is taken. */
  readonly isSet: boolean;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

type Problem =
  | UnlockProblem
  | { readonly kind: 'current-empty' | 'short' | 'different' }
  | { readonly kind: 'failed'; readonly error: AppError };

/** What is said at the three fields. */
const AT_CURRENT = { 'current-empty': t('security.enter') } as const;
const AT_NEW = { short: t('security.short', { count: PASS_PHRASE_LENGTH }) } as const;
const AT_REPEAT = { different: t('security.different') } as const;

function isUnlockProblem(problem: Problem | null): problem is UnlockProblem {
  return problem?.kind === 'wrong' || problem?.kind === 'wait' || problem?.kind === 'unavailable';
}

function said(words: Readonly<Record<string, string>>, problem: Problem | null) {
  const text = problem ? words[problem.kind] : undefined;
  return text ? <span role="alert">{text}</span> : null;
}

/** Sets a pass phrase or another one. The fields are read when they are sent, and dropped once main has them. */
export function PassPhraseForm({ isSet, onDone, onCancel }: PassPhraseFormProps) {
  const bridge = useBridge();
  const current = useRef<HTMLInputElement>(null);
  const next = useRef<HTMLInputElement>(null);
  const repeated = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const waiting = useSecondsUntil(problem?.kind === 'wait' ? problem.until : null) > 0;

  useEffect(() => (current.current ?? next.current)?.focus(), []);

  const complain = (what: Problem, field: HTMLInputElement | null) => {
    setProblem(what);
    field?.focus();
  };

  const send = async (typed: { readonly current: string | null; readonly passPhrase: string }) => {
    setBusy(true);
    setProblem(null);
    const result = await settled(bridge.setPassPhrase(typed));
    setBusy(false);
    if (!result.ok) return setProblem({ kind: 'failed', error: result.error });
    const failure = problemOf(result.value, Date.now());
    if (!failure) {
      for (const field of [current, next, repeated]) if (field.current) field.current.value = '';
      return onDone();
    }
    // Only what was wrong is typed again.
    if (current.current) current.current.value = '';
    complain(failure, current.current ?? next.current);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy || waiting) return;
    const passPhrase = next.current?.value ?? '';
    const before = isSet ? (current.current?.value ?? '') : null;
    if (before === '') complain({ kind: 'current-empty' }, current.current);
    else if (passPhrase.length < PASS_PHRASE_LENGTH) complain({ kind: 'short' }, next.current);
    else if (repeated.current?.value !== passPhrase) complain({ kind: 'different' }, repeated.current);
    else void send({ current: before, passPhrase });
  };

  const field = {
    showLabel: t('lock.showPassPhrase'),
    hideLabel: t('lock.hidePassPhrase'),
    readOnly: busy,
    maxLength: 1000,
  } as const;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {isSet ? (
        <MaskedInput
          {...field}
          fieldRef={current}
          label={t('security.current')}
          {...(isUnlockProblem(problem)
            ? unlockText(problem, waiting)
            : { error: said(AT_CURRENT, problem) })}
          autofocus
        />
      ) : null}
      <MaskedInput
        {...field}
        fieldRef={next}
        label={isSet ? t('security.new') : t('common.passPhrase')}
        // The complaint says the same.
        description={problem?.kind === 'short' ? null : t('security.atLeast', { count: PASS_PHRASE_LENGTH })}
        error={said(AT_NEW, problem)}
        autofocus={!isSet}
      />
      <MaskedInput
        {...field}
        fieldRef={repeated}
        label={t('security.repeat')}
        error={said(AT_REPEAT, problem)}
      />
      {!isSet && isUnlockProblem(problem) ? (
        <p role="alert" className={styles.problem}>
          {t('security.notSet')}
        </p>
      ) : null}
      {problem?.kind === 'failed' ? <ErrorAlert error={problem.error} /> : null}
      <div className={styles.buttons}>
        <Button variant="default" disabled={busy} onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={busy} disabled={waiting}>
          {isSet ? t('security.change') : t('security.set')}
        </Button>
      </div>
    </form>
  );
}
