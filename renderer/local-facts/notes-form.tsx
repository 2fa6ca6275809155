import { Button, Textarea, TextInput } from '@mantine/core';
import {
  type FormEvent,
  type KeyboardEvent,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react';
import type { AppError } from '../../shared/app-error.ts';
import { NAMED_ENVIRONMENTS } from '../../shared/environments.ts';
import { t } from '../../shared/language/words.ts';
import { environmentLabel, FACT_LENGTHS, type KeyNotes } from '../../shared/local-facts.ts';
import { useBridge } from '../bridge.ts';
import { ErrorAlert } from '../error-alert.tsx';
import { quietly, settled } from '../settled.ts';
import styles from './local-facts.module.css';
import { daysProblem, draftOf, isChanged, type NotesDraft, notesOf } from './notes-draft.ts';

type NotesFormProps = {
  readonly keyId: string;
  readonly notes: KeyNotes;
  readonly onClose: () => void;
};

/** What a person writes of a key. Where the drawer is closed over it, what was typed is kept all the same. */
export function NotesForm({ keyId, notes, onClose }: NotesFormProps) {
  const bridge = useBridge();
  const [begun] = useState(notes);
  const [draft, setDraft] = useState(() => draftOf(begun));
  const [error, setError] = useState<AppError | null>(null);
  const isOver = useRef(false);
  const environments = useId();
  const problem = daysProblem(draft.days);

  const leave = useEffectEvent(() => {
    if (!isOver.current && isChanged(draft, begun))
      quietly(bridge.setKeyNotes({ keyId, notes: notesOf(draft, begun) }));
  });
  useEffect(() => () => leave(), []);

  const field = (name: keyof NotesDraft) => ({
    value: draft[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setDraft({ ...draft, [name]: event.currentTarget.value }),
  });

  const close = () => {
    isOver.current = true;
    onClose();
  };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (problem) return;
    const result = await settled(bridge.setKeyNotes({ keyId, notes: notesOf(draft, begun) }));
    if (result.ok) close();
    else setError(result.error);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isChanged(draft, begun)) return;
    // Nothing would be lost: it closes the form, not the drawer.
    event.stopPropagation();
    close();
  };

  return (
    <form
      className={styles.form}
      aria-label={t('facts.known')}
      onSubmit={(event) => void save(event)}
      onKeyDown={onKeyDown}
    >
      {error ? <ErrorAlert error={error} /> : null}
      <div className={styles.pair}>
        <TextInput
          label={t('common.owner')}
          maxLength={FACT_LENGTHS.owner}
          data-autofocus
          autoFocus
          dir="auto"
          {...field('owner')}
        />
        <TextInput
          label={t('common.environment')}
          maxLength={FACT_LENGTHS.environment}
          list={environments}
          dir="auto"
          {...field('environment')}
        />
      </div>
      <datalist id={environments}>
        {NAMED_ENVIRONMENTS.map((each) => (
          <option key={each} value={environmentLabel(each)} />
        ))}
      </datalist>
      <Textarea
        label={t('common.usedAt')}
        description={t('facts.onePlace')}
        rows={3}
        resize="vertical"
        dir="auto"
        {...field('places')}
      />
      <Textarea
        label={t('facts.note')}
        rows={3}
        resize="vertical"
        maxLength={FACT_LENGTHS.note}
        dir="auto"
        {...field('note')}
      />
      <TextInput
        label={t('facts.rotateEvery')}
        inputMode="numeric"
        className={styles.days}
        error={problem}
        errorProps={{ role: 'alert' }}
        {...field('days')}
      />
      <div className={styles.buttons}>
        <Button size="xs" type="submit">
          {t('common.save')}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
