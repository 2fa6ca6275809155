import { AlertDialog } from '../dialogs/alert-dialog.tsx';
import type { CreateKeyPhase } from './create-key-state.ts';

type QuestionsProps = {
  readonly phase: CreateKeyPhase;
  readonly discarding: boolean;
  readonly mayExist: boolean;
  readonly onConfirm: () => void;
  readonly onBack: () => void;
  readonly onDiscard: () => void;
  readonly onKeep: () => void;
};

/** What the dialog asks before it does something that may not be meant. */
export function CreateKeyQuestions(props: QuestionsProps) {
  const { phase, discarding, mayExist, onConfirm, onBack, onDiscard, onKeep } = props;
  return (
    <>
      <AlertDialog
        opened={phase.kind === 'confirming-empty'}
        returnFocus={false}
        title="This key can do nothing"
        stayLabel="Go back to the permissions"
        onStay={onBack}
        goLabel="Create it anyway"
        onGo={onConfirm}
      >
        <p>It is restricted and has no access to any resource. Permissions cannot be added later.</p>
      </AlertDialog>
      <AlertDialog
        opened={discarding}
        title="Discard what you typed?"
        stayLabel="Keep editing"
        onStay={onKeep}
        goLabel="Discard"
        onGo={onDiscard}
      >
        <p>
          {mayExist
            ? 'Nobody knows yet whether the key was created. It is told above the list until you settle it.'
            : 'The key has not been created.'}
        </p>
      </AlertDialog>
    </>
  );
}
