import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { keyFactsOf, type LocalFacts } from '../../shared/local-facts.ts';
import { type Rotation, rotationStep } from '../../shared/rotation.ts';
import { Banner, Banners } from '../banners/banner.tsx';
import { useBridge } from '../bridge.ts';
import { fullDate, relativeDate } from '../format.ts';
import { KeyName } from '../key-name.tsx';
import { quietly } from '../settled.ts';
import styles from './replace-key.module.css';
import { movedText } from './rotation-text.ts';

type RotationBannersProps = {
  readonly rotations: readonly Rotation[];
  readonly facts: LocalFacts;
  /** The rotation that is told beside its new key now. */
  readonly hiddenId: string | null;
  /** The ids of the whole list; null where it cannot be judged. */
  readonly listed: ReadonlySet<string> | null;
  readonly now: number;
  readonly onContinue: (rotation: Rotation) => void;
  /** The button that was pressed goes away, and the focus with it. */
  readonly onDone: () => void;
};

/** So many are told one by one; more are folded. */
const SHOWN = 2;

function words(rotation: Rotation, facts: LocalFacts, listed: ReadonlySet<string> | null): ReactNode {
  const { oldKey, newKey } = rotation;
  const fresh = <KeyName name={newKey?.name ?? ''} className={styles.name} />;
  switch (rotationStep(rotation, listed)) {
    case 'create':
      return 'its new key is gone, so another one is to be made.';
    case 'store':
      return <>{fresh} was made, but nobody has said that it is stored.</>;
    case 'wait':
      return (
        <>
          {fresh} takes its place. {movedText(keyFactsOf(facts, oldKey.id))}
        </>
      );
    case 'over':
      return 'it is no longer in the list. That was the last step.';
  }
}

/** Above the table: keys that are being replaced, until the old one is deleted. */
export function RotationBanners(props: RotationBannersProps) {
  const { rotations, facts, hiddenId, listed, now, onContinue, onDone } = props;
  const bridge = useBridge();
  const [unfolded, setUnfolded] = useState(false);
  const open = rotations.filter(({ oldKey }) => oldKey.id !== hiddenId);
  if (open.length === 0) return null;
  const folds = open.length > SHOWN;
  const end = (oldId: string) => {
    onDone();
    quietly(bridge.endRotation({ oldId }));
  };
  return (
    <Banners label="Keys that are being replaced">
      {folds ? (
        <Banner>
          <p>{open.length} keys are being replaced.</p>
          <Button size="xs" variant="default" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {unfolded ? 'Hide' : 'Show'}
          </Button>
        </Banner>
      ) : null}
      {(folds && !unfolded ? [] : open).map((rotation) => (
        <Banner key={rotation.oldKey.id}>
          <p
            title={`Begun ${relativeDate(rotation.begunAt, Math.max(now, rotation.begunAt))}, ${fullDate(rotation.begunAt)}`}
          >
            Replacing <KeyName name={rotation.oldKey.name} className={styles.name} />:{' '}
            {words(rotation, facts, listed)}
          </p>
          {rotationStep(rotation, listed) === 'over' ? (
            <Button size="xs" variant="default" onClick={() => end(rotation.oldKey.id)}>
              Done
            </Button>
          ) : (
            <Button size="xs" variant="default" onClick={() => onContinue(rotation)}>
              Continue
            </Button>
          )}
        </Banner>
      ))}
    </Banners>
  );
}
