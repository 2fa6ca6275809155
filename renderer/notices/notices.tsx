import { Button } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { t } from '../../shared/language/words.ts';
import { useBridge } from '../bridge.ts';
import { quietly } from '../settled.ts';
import { noticeText } from './notice-text.ts';
import styles from './notices.module.css';
import { useNotices } from './use-notices.ts';

/** A strip above every screen: what the person must know about this computer's storage, a line each. */
export function Notices() {
  const bridge = useBridge();
  const notices = useNotices();
  if (notices.length === 0) return null;
  return (
    <NoticeStrip label={t('notices.notices')}>
      {notices.map((notice) => (
        <NoticeLine
          key={notice.kind}
          words={noticeText(notice)}
          onDismiss={() => quietly(bridge.dismissNotice({ kind: notice.kind }))}
        />
      ))}
    </NoticeStrip>
  );
}

export function NoticeStrip({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section className={styles.strip} aria-label={label}>
      {children}
    </section>
  );
}

type NoticeLineProps = {
  readonly words: string;
  /** What can be done about it, beside "Dismiss". */
  readonly action?: { readonly label: string; readonly run: () => void } | null;
  readonly onDismiss: () => void;
};

/** One line of a strip: a sentence, and t('common.dismiss'). */
export function NoticeLine({ words, action = null, onDismiss }: NoticeLineProps) {
  const id = useId();
  return (
    <div role="status" className={styles.line}>
      <IconInfoCircle className={styles.icon} size={16} aria-hidden="true" />
      <p id={id} className={styles.words}>
        {words}
      </p>
      {action ? (
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          className={styles.button}
          aria-describedby={id}
          onClick={action.run}
        >
          {action.label}
        </Button>
      ) : null}
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        className={styles.button}
        aria-describedby={id}
        onClick={onDismiss}
      >
        {t('common.dismiss')}
      </Button>
    </div>
  );
}
