import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { t } from '../../shared/language/words.ts';
import { maskedKey } from '../format.ts';
import { KeyName } from '../key-name.tsx';
import styles from './key-lines.module.css';

export type KeyLine = {
  /** Tells the lines apart. */
  readonly line: string;
  /** The key id; null where it could not be read. */
  readonly id: string | null;
  readonly name: string | null;
  readonly lastFour: string | null;
};

type KeyLinesProps<Line extends KeyLine> = {
  readonly label: string;
  readonly lines: readonly Line[];
  /** What has become of a key. */
  readonly outcome?: (line: Line) => ReactNode;
  /** The line to be kept in sight. */
  readonly follow?: number;
};

const LINE_HEIGHT = 32;

/** Keys one below the other: name, id, last four, and what has become of each. Only those in sight are in the document. */
export function KeyLines<Line extends KeyLine>({ label, lines, outcome, follow = -1 }: KeyLinesProps<Line>) {
  const scroller = useRef<HTMLElement>(null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 6,
  });
  useLayoutEffect(() => {
    if (follow >= 0) virtualizer.scrollToIndex(follow);
  }, [follow, virtualizer]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section ref={scroller} aria-label={label} tabIndex={0} className={styles.scroller}>
      <ul className={styles.list} style={{ height: lines.length * LINE_HEIGHT }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          return line ? (
            <li
              key={line.line}
              aria-posinset={index + 1}
              aria-setsize={lines.length}
              className={styles.line}
              data-outcome={outcome ? true : undefined}
              style={{ transform: `translateY(${start}px)` }}
            >
              <span className={styles.name}>
                <KeyName name={line.name} />
              </span>
              <code className={styles.id}>{line.id ?? t('compare.idUnreadable')}</code>
              <code className={styles.masked}>{maskedKey(line.lastFour).slice(-8)}</code>
              {outcome ? <span className={styles.outcome}>{outcome(line)}</span> : null}
            </li>
          ) : null;
        })}
      </ul>
    </section>
  );
}
