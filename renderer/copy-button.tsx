import { IconCheck, IconCopy, IconX } from '@tabler/icons-react';
import type { Result } from '../shared/app-error.ts';
import styles from './icon-button.module.css';
import { COPY_WORDS, useCopyFeedback } from './use-copy-feedback.ts';

type CopyButtonProps = {
  /** The accessible name: what is copied. */
  readonly label: string;
  /** Copies; the clipboard itself belongs to main. */
  readonly onCopy: () => Promise<Result<void>>;
  readonly tabIndex?: number | undefined;
  readonly className?: string | undefined;
};

const ICONS = { none: IconCopy, copied: IconCheck, failed: IconX } as const;

/** An icon button that copies, answers with a check mark and says so politely. */
export function CopyButton({ label, onCopy, tabIndex, className }: CopyButtonProps) {
  const { feedback, copy } = useCopyFeedback(onCopy);
  const Icon = ICONS[feedback];

  return (
    <>
      <button
        type="button"
        aria-label={label}
        title={COPY_WORDS[feedback] || label}
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
        {COPY_WORDS[feedback]}
      </span>
    </>
  );
}
