import { Button, Modal } from '@mantine/core';
import type { KeyRow } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import { keyFactsOf, type LocalFacts } from '../../shared/local-facts.ts';
import { type Rotation, type RotationStep, rotationOf, rotationStep } from '../../shared/rotation.ts';
import { useBridge } from '../bridge.ts';
import { maskedKey } from '../format.ts';
import { KeyName } from '../key-name.tsx';
import { quietly } from '../settled.ts';
import { PlacesCheckList } from './places-check-list.tsx';
import styles from './replace-key.module.css';
import { ReplaceSteps } from './replace-steps.tsx';
import { movedText } from './rotation-text.ts';

/** Why the next step cannot be taken now; null where it can. */
type StepProblems = { readonly create: string | null; readonly delete: string | null };

type GuideActions = {
  readonly onCreate: (oldId: string) => void;
  /** Asks in the usual dialog; nothing is ever deleted by itself. */
  readonly onDelete: (keyId: string) => void;
  readonly onClose: () => void;
};

type ReplaceGuideProps = GuideActions & {
  /** What the focus came from goes away with the rotation. */
  readonly onStopped: () => void;
  /** The old key; null closes the guide. */
  readonly row: KeyRow | null;
  readonly facts: LocalFacts;
  readonly listed: ReadonlySet<string> | null;
  readonly problems: StepProblems;
};

const CURRENT: Readonly<Record<RotationStep, number>> = { create: 0, store: 1, wait: 2, over: 3 };

/** t('replace.title'), taken up again: which of the four steps it has come to, and the next one. */
export function ReplaceGuide({ row, ...props }: ReplaceGuideProps) {
  const rotation = row?.id ? rotationOf(props.facts.rotations, row.id) : null;
  return (
    <Modal
      opened={rotation !== null}
      onClose={props.onClose}
      title={t('replace.title')}
      centered
      size={640}
      padding={24}
      transitionProps={{ duration: 0 }}
      classNames={{ title: styles.title, header: styles.header, body: styles.body }}
    >
      {rotation ? <Panel key={rotation.oldKey.id} rotation={rotation} {...props} /> : null}
    </Modal>
  );
}

type PanelProps = Omit<ReplaceGuideProps, 'row'> & { readonly rotation: Rotation };

function Panel({ rotation, facts, listed, problems, onStopped, ...actions }: PanelProps) {
  const bridge = useBridge();
  const { oldKey } = rotation;
  const step = rotationStep(rotation, listed);
  const stop = () => {
    actions.onClose();
    onStopped();
    quietly(bridge.endRotation({ oldId: oldKey.id }));
  };
  return (
    <>
      <ReplaceSteps current={CURRENT[step]} />
      <Pair rotation={rotation} />
      <Words step={step} />
      {step === 'wait' ? <PlacesCheckList keyId={oldKey.id} facts={keyFactsOf(facts, oldKey.id)} /> : null}
      {step === 'wait' ? <p className={styles.quiet}>{movedText(keyFactsOf(facts, oldKey.id))}</p> : null}
      <div className={styles.footer}>
        <Button variant="subtle" color="gray" className={styles.stop} onClick={stop}>
          {t('replace.stopReplacing')}
        </Button>
        <NextStep step={step} rotation={rotation} problems={problems} {...actions} />
      </div>
    </>
  );
}

/** Which key takes whose place. */
function Pair({ rotation: { oldKey, newKey } }: { readonly rotation: Rotation }) {
  return (
    <dl className={styles.pair}>
      <dt>{t('replace.oldKey')}</dt>
      <dd>
        <KeyName name={oldKey.name} className={styles.name} /> <code>{maskedKey(oldKey.lastFour)}</code>
      </dd>
      <dt>{t('replace.newKey')}</dt>
      <dd>
        {newKey ? (
          <>
            <KeyName name={newKey.name} className={styles.name} /> <code>{maskedKey(newKey.lastFour)}</code>
          </>
        ) : (
          t('replace.noneYet')
        )}
      </dd>
    </dl>
  );
}

const WORDS: Readonly<Record<RotationStep, string>> = {
  create: t('replace.stepCreate'),
  store: t('replace.stepStore'),
  wait: t('replace.stepWait'),
  over: t('replace.stepOver'),
};

function Words({ step }: { readonly step: RotationStep }) {
  return <p className={styles.words}>{WORDS[step]}</p>;
}

type NextStepProps = GuideActions & {
  readonly step: RotationStep;
  readonly rotation: Rotation;
  readonly problems: StepProblems;
};

function NextStep({ step, rotation, problems, onCreate, onDelete, onClose }: NextStepProps) {
  const bridge = useBridge();
  const { oldKey, newKey } = rotation;
  const because = (problem: string | null) => (problem ? { title: problem, disabled: true } : {});
  switch (step) {
    case 'create':
      return (
        <Button data-autofocus {...because(problems.create)} onClick={() => onCreate(oldKey.id)}>
          {t('replace.createNew')}
        </Button>
      );
    case 'store':
      return (
        <>
          <Button
            variant="default"
            {...because(problems.delete)}
            onClick={() => newKey && onDelete(newKey.id)}
          >
            {t('replace.deleteNew')}
          </Button>
          <Button data-autofocus onClick={() => newKey && quietly(bridge.keyIsStored({ keyId: newKey.id }))}>
            {t('replace.itIsStored')}
          </Button>
        </>
      );
    case 'wait':
      return (
        <>
          <Button variant="default" {...because(problems.delete)} onClick={() => onDelete(oldKey.id)}>
            {t('replace.deleteOld')}
          </Button>
          <Button data-autofocus onClick={onClose}>
            {t('common.close')}
          </Button>
        </>
      );
    case 'over':
      return (
        <Button data-autofocus onClick={onClose}>
          {t('common.close')}
        </Button>
      );
  }
}
