import { VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import styles from './replace-key.module.css';

/** Of the new key, but for the last. */
const REPLACE_STEPS = ['Create it', 'Store it', 'Move to it', 'Delete the old one'];

/** The four steps of a replacement, and which of them it has come to (0 to 3). */
export function ReplaceSteps({ current }: { readonly current: number }) {
  return (
    <ol className={styles.steps} aria-label="Steps of replacing">
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
          {step}
          {index < current ? <VisuallyHidden component="span"> (done)</VisuallyHidden> : null}
        </li>
      ))}
    </ol>
  );
}
