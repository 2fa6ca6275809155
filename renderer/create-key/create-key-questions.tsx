import { t } from '../../shared/language/words.ts';
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
        title={t('create.canDoNothing')}
        stayLabel={t('create.backToPermissions')}
        onStay={onBack}
        goLabel={t('create.createAnyway')}
        onGo={onConfirm}
      >
        <p>{t('create.noAccessAnywhere')}</p>
      </AlertDialog>
      <AlertDialog
        opened={discarding}
        title={t('create.discardTitle')}
        stayLabel={t('create.keepEditing')}
        onStay={onKeep}
        goLabel={t('create.discard')}
        onGo={onDiscard}
      >
        <p>{mayExist ? t('create.nobodyKnowsCreated') : t('create.notCreated')}</p>
      </AlertDialog>
    </>
  );
}
