import { type FormEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { FieldProblem } from '../../shared/app-error.ts';
import type { Connection } from '../../shared/session-state.ts';
import { oneLine } from '../format.ts';
import { PermissionEditor } from '../permissions/permission-editor.tsx';
import { firstRow, focusRow } from '../permissions/row-focus.ts';
import styles from './create-key.module.css';
import { CreateKeyFooter } from './create-key-footer.tsx';
import { CreateKeyMessages } from './create-key-messages.tsx';
import { type CreateKeyStore, isBusy } from './create-key-state.ts';
import { MoreFields } from './more-fields.tsx';
import { NameField } from './name-field.tsx';
import { RestrictField, UnrestrictedWarning } from './restrict-field.tsx';

type FormProps = {
  readonly store: CreateKeyStore;
  readonly connection: Connection;
  readonly onSubmit: () => void;
  readonly onGoBack: () => void;
};

const MESSAGES = '[data-messages]';

/** Where the focus goes for a complaint. */
const PLACES: Readonly<Record<FieldProblem['field'], string>> = {
  name: '[data-autofocus]',
  expiry: '[data-expiry]',
  permissions: MESSAGES,
  restricted: MESSAGES,
  other: MESSAGES,
};

function problemAt(problems: readonly FieldProblem[], field: FieldProblem['field']): string | null {
  const messages = problems.filter((problem) => problem.field === field).map(({ message }) => message);
  return messages.length > 0 ? oneLine(messages.join(' '), 300) : null;
}

/** The fields of the new key, between the header and the buttons of its dialog. */
export function CreateKeyForm({ store, connection, onSubmit, onGoBack }: FormProps) {
  const { form, phase, problems, uncertain, leftoverId, edit, cancel, deleteLeftover } = useStore(store);
  const body = useRef<HTMLDivElement>(null);
  const busy = isBusy(phase);
  const nameProblem = problemAt(problems, 'name');
  const permissionProblem = problemAt(problems, 'permissions');

  const lastPhase = useRef(phase.kind);
  // Runs when an attempt has ended or a question was answered, not while fields are changed.
  useEffect(() => {
    const focusIn = (selector: string) => body.current?.querySelector<HTMLElement>(selector)?.focus();
    const wasEmpty = lastPhase.current === 'confirming-empty';
    lastPhase.current = phase.kind;
    if (wasEmpty && phase.kind === 'editing') return focusRow(firstRow(body.current));
    const complaints = store.getState().problems;
    if (phase.kind !== 'failed' && complaints.length === 0) return;
    body.current?.scrollTo({ top: 0 });
    focusIn(complaints[0] ? PLACES[complaints[0].field] : MESSAGES);
  }, [phase, store]);

  // Back from the question whether the key exists.
  useEffect(() => {
    if (store.getState().uncertain) body.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, [store]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!connection.refused.create) onSubmit();
  };

  return (
    <form className={styles.form} noValidate onSubmit={submit} aria-busy={busy}>
      <div className={styles.body} ref={body}>
        <div data-messages tabIndex={-1} className={styles.messagesFocus}>
          <CreateKeyMessages
            phase={phase}
            mayExist={uncertain !== null}
            leftoverId={leftoverId}
            onDeleteLeftover={() => void deleteLeftover()}
          />
        </div>
        <div className={styles.basics}>
          <NameField
            value={form.name}
            problem={nameProblem}
            disabled={busy}
            onChange={(name) => edit({ name })}
          />
          <RestrictField
            restricted={form.restricted}
            problem={problemAt(problems, 'restricted')}
            disabled={busy}
            onChange={(restricted) => edit({ restricted })}
          />
        </div>
        {permissionProblem ? (
          <p role="alert" className={styles.problem}>
            {permissionProblem}
          </p>
        ) : null}
        {form.restricted ? (
          <PermissionEditor
            levels={form.levels}
            carried={form.carried}
            disabled={busy}
            onChange={(levels) => edit({ levels })}
            onCarried={(carried) => edit({ carried })}
          />
        ) : (
          <UnrestrictedWarning />
        )}
        <MoreFields
          expiresAt={form.expiresAt}
          problem={problemAt(problems, 'expiry')}
          disabled={busy}
          onChange={(expiresAt) => edit({ expiresAt })}
        />
      </div>
      <CreateKeyFooter
        phase={phase}
        refused={connection.refused.create}
        onGoBack={onGoBack}
        onCancel={cancel}
      />
    </form>
  );
}
