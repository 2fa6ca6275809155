import type { AppError } from '../../shared/app-error.ts';
import { t } from '../../shared/language/words.ts';
import { ErrorAlert } from '../error-alert.tsx';
import styles from './create-key.module.css';
import type { CreateKeyPhase, CreateKeyState } from './create-key-state.ts';

type MessagesProps = Pick<CreateKeyState, 'phase' | 'leftoverId'> & {
  readonly mayExist: boolean;
  readonly onDeleteLeftover: () => void;
};

/** Complaints that are all shown at their fields need no alert of their own. */
function isAtFields(error: AppError): boolean {
  return (
    error.kind === 'rejected' &&
    error.fields.length > 0 &&
    error.fields.every(({ field }) => field !== 'other')
  );
}

const NOTES = {
  none: null,
  'from-link': t('create.fromLink'),
  cancelled: t('create.cancelledNote'),
  'leftover-deleted': t('create.leftoverDeleted'),
} as const;

function Note({ phase, mayExist }: { readonly phase: CreateKeyPhase; readonly mayExist: boolean }) {
  const note =
    (phase.kind === 'editing' ? NOTES[phase.note] : null) ?? (mayExist ? t('create.earlierAttempt') : null);
  return (
    <p role="status" className={styles.note}>
      {note}
    </p>
  );
}

/** What came of the last attempt. */
export function CreateKeyMessages({ phase, mayExist, leftoverId, onDeleteLeftover }: MessagesProps) {
  const error = phase.kind === 'failed' && !isAtFields(phase.error) ? phase.error : null;
  return (
    <div className={styles.messages}>
      {leftoverId !== null && phase.kind !== 'deleting-leftover' ? (
        <ErrorAlert
          error={error?.kind === 'secret-missing' ? error : { kind: 'secret-missing', keyId: leftoverId }}
          actionLabel={t('create.deleteThis')}
          onAction={onDeleteLeftover}
          disabled={phase.kind === 'saving'}
        />
      ) : null}
      {error && error.kind !== 'secret-missing' ? <ErrorAlert error={error} /> : null}
      <Note phase={phase} mayExist={mayExist && error === null && leftoverId === null} />
    </div>
  );
}
