import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { t } from '../../shared/language/words.ts';
import { keyFactsOf, type LocalFacts } from '../../shared/local-facts.ts';
import { type Rotation, rotationStep } from '../../shared/rotation.ts';
import { Banner, Banners } from '../banners/banner.tsx';
import { useBridge } from '../bridge.ts';
import { fullDate, relativeDate } from '../format.ts';
import { KeyName } from '../key-name.tsx';
import { words } from '../language/words.tsx';
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

function stateText(rotation: Rotation, facts: LocalFacts, listed: ReadonlySet<string> | null): ReactNode {
  const { oldKey, newKey } = rotation;
  const fresh = <KeyName name={newKey?.name ?? ''} className={styles.name} />;
  switch (rotationStep(rotation, listed)) {
    case 'create':
      return t('replace.newKeyGone');
    case 'store':
      return words('replace.notStored', { name: fresh });
    case 'wait':
      return words('replace.takesItsPlace', {
        name: fresh,
        moved: movedText(keyFactsOf(facts, oldKey.id)),
      });
    case 'over':
      return t('replace.over');
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
    <Banners label={t('replace.label')}>
      {folds ? (
        <Banner>
          <p>{t('replace.count', { count: open.length })}</p>
          <Button size="xs" variant="default" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {unfolded ? t('common.hide') : t('common.show')}
          </Button>
        </Banner>
      ) : null}
      {(folds && !unfolded ? [] : open).map((rotation) => (
        <Banner key={rotation.oldKey.id}>
          <p
            title={t('replace.begun', {
              when: relativeDate(rotation.begunAt, Math.max(now, rotation.begunAt)),
              date: fullDate(rotation.begunAt),
            })}
          >
            {words('replace.replacing', {
              name: <KeyName name={rotation.oldKey.name} className={styles.name} />,
              state: stateText(rotation, facts, listed),
            })}
          </p>
          {rotationStep(rotation, listed) === 'over' ? (
            <Button size="xs" variant="default" onClick={() => end(rotation.oldKey.id)}>
              {t('common.done')}
            </Button>
          ) : (
            <Button size="xs" variant="default" onClick={() => onContinue(rotation)}>
              {t('common.continue')}
            </Button>
          )}
        </Banner>
      ))}
    </Banners>
  );
}
