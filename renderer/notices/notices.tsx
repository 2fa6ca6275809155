import { Button } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useId } from 'react';
import type { Notice } from '../../shared/notice.ts';
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
    <section className={styles.strip} aria-label="Notices">
      {notices.map((notice) => (
        <NoticeLine
          key={notice.kind}
          notice={notice}
          onDismiss={() => quietly(bridge.dismissNotice({ kind: notice.kind }))}
        />
      ))}
    </section>
  );
}

type NoticeLineProps = { readonly notice: Notice; readonly onDismiss: () => void };

function NoticeLine({ notice, onDismiss }: NoticeLineProps) {
  const words = useId();
  return (
    <div role="status" className={styles.line}>
      <IconInfoCircle className={styles.icon} size={16} aria-hidden="true" />
      <p id={words} className={styles.words}>
        {noticeText(notice)}
      </p>
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        className={styles.button}
        aria-describedby={words}
        onClick={onDismiss}
      >
        Dismiss
      </Button>
    </div>
  );
}
