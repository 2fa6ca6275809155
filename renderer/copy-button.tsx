import { IconCheck, IconCopy, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Result } from '../shared/app-error.ts';
import styles from './icon-button.module.css';
import { settled } from './settled.ts';

type CopyButtonProps = {
  /** The accessible name: what is copied. */
  readonly label: string;
  /** Copies; the clipboard itself belongs to main. */
  readonly onCopy: () => Promise<Result<void>>;
  readonly tabIndex?: number | undefined;
  readonly className?: string | undefined;
};

type Feedback = 'none' | 'copied' | 'failed';

const WORDS = { none: '', copied: 'Copied', failed: 'Could not copy' } as const satisfies Record<
  Feedback,
  string
>;
const ICONS = { none: IconCopy, copied: IconCheck, failed: IconX } as const;
const FEEDBACK_TIME = 1600;

/** An icon button that copies, answers with a check mark and says so politely. */
export function CopyButton({ label, onCopy, tabIndex, className }: CopyButtonProps) {
  const [feedback, setFeedback] = useState<Feedback>('none');
  const Icon = ICONS[feedback];

  useEffect(() => {
    if (feedback === 'none') return;
    const timer = setTimeout(() => setFeedback('none'), FEEDBACK_TIME);
    return () => clearTimeout(timer);
  }, [feedback]);

  const copy = async () => {
    const result = await settled(onCopy());
    setFeedback(result.ok ? 'copied' : 'failed');
  };

  return (
    <>
      <button
        type="button"
        aria-label={label}
        title={WORDS[feedback] || label}
        tabIndex={tabIndex}
        className={`${styles.button} ${className ?? ''}`}
        data-feedback={feedback === 'none' ? undefined : feedback}
        onClick={(event) => {
          event.stopPropagation();
          void copy();
        }}
      >
        <Icon size={14} aria-hidden="true" />
      </button>
      <span aria-live="polite" className={styles.announcement}>
        {WORDS[feedback]}
      </span>
    </>
  );
}
