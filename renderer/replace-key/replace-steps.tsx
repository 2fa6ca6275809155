import { VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { t } from '../../shared/language/words.ts';
import styles from './replace-key.module.css';

/** Of the new key, but for the last. */
const REPLACE_STEPS = [
  t('replace.createIt'),
  t('replace.storeIt'),
  t('replace.moveToIt'),
  t('replace.deleteTheOld'),
];

/** The four steps of a replacement, and which of them it has come to (0 to 3). */
export function ReplaceSteps({ current }: { readonly current: number }) {
  return (
    <ol className={styles.steps} aria-label={t('replace.steps')}>
      {REPLACE_STEPS.map((step, index) => (
        <li
          key={step}
          className={styles.step}
          data-done={index < current || undefined}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className={styles.number} aria-hidden="true">
            {index < current ? <IconCheck size={12} /> : index + 1}
          </span>
          {index < current ? (
            <>
              <span aria-hidden="true">{step}</span>
              <VisuallyHidden component="span">{t('replace.stepDone', { step })}</VisuallyHidden>
            </>
          ) : (
            step
          )}
        </li>
      ))}
    </ol>
  );
}
