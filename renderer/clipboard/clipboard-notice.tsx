import { Button, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { t } from '../../shared/language/words.ts';
import type { ClipboardState } from '../../shared/security-state.ts';
import { useSecondsUntil } from '../use-seconds-until.ts';
import styles from './clipboard-notice.module.css';
import { type CopiedKey, clipboardText } from './clipboard-text.ts';

type ClipboardNoticeProps = {
  readonly state: ClipboardState;
  readonly copied: CopiedKey;
  readonly place: 'dialog' | 'bar';
  /** t('clipboard.clearNow') was pressed; its button is about to go. */
  readonly onClear: () => void;
};

const GONE = t('clipboard.gone');

/** What is read out when the state changes: the beginning and the end, never the seconds between. */
function announcement(before: ClipboardState, next: ClipboardState, copied: CopiedKey, now: number): string {
  if (next.kind === 'clean') return before.kind === 'holding' ? GONE : '';
  const left = next.kind === 'holding' && next.clearsAt !== null ? next.clearsAt - now : 0;
  return clipboardText(next, copied, Math.max(0, Math.ceil(left / 1000)));
}

/** A quiet line about a copied key, with its countdown and a way to clear it now. */
export function ClipboardNotice({ state, copied, place, onClear }: ClipboardNoticeProps) {
  const left = useSecondsUntil(state.kind === 'holding' ? state.clearsAt : null);
  const [told, setTold] = useState({ state, words: '' });
  const [dismissed, setDismissed] = useState<ClipboardState | null>(null);
  if (told.state !== state) {
    setTold({ state, words: announcement(told.state, state, copied, Date.now()) });
  }
  const words = clipboardText(state, copied, left) || (place === 'dialog' ? told.words : '');
  const shown = words !== '' && dismissed !== state;
  return (
    <>
      <VisuallyHidden aria-live="polite">{told.words}</VisuallyHidden>
      {shown ? (
        <div className={styles.notice} data-place={place}>
          <span className={styles.words} title={place === 'bar' ? words : undefined}>
            {words}
          </span>
          {state.kind === 'holding' ? (
            <Button
              size="xs"
              className={styles.button}
              onClick={onClear}
              {...(place === 'bar' ? { variant: 'subtle', color: 'gray' } : { variant: 'default' })}
            >
              {t('clipboard.clearNow')}
            </Button>
          ) : null}
          {state.kind === 'left-alone' && place === 'bar' ? (
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              className={styles.button}
              onClick={() => setDismissed(state)}
            >
              {t('common.dismiss')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
