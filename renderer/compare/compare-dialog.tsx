import { Modal } from '@mantine/core';
import { useMemo } from 'react';
import { type KeyRow, rowId } from '../../shared/api-key.ts';
import { type ComparedLine, compareKeys } from '../../shared/compare.ts';
import { t } from '../../shared/language/words.ts';
import { useIsCovered } from '../dialogs/covered.ts';
import { maskedKey, oneLine } from '../format.ts';
import { KeyName } from '../key-name.tsx';
import styles from './compare.module.css';
import { ComparedCell } from './compared-cell.tsx';

type CompareDialogProps = {
  /** Two to four keys; null closes the dialog. */
  readonly rows: readonly KeyRow[] | null;
  /** Who is signed in; null where the token belongs to nobody. */
  readonly userId: string | null;
  readonly now: number;
  readonly onClose: () => void;
};

/** Keys beside one another: first what differs, then what is the same. */
export function CompareDialog({ rows, userId, now, onClose }: CompareDialogProps) {
  const covered = useIsCovered();
  return (
    <Modal
      opened={rows !== null}
      onClose={onClose}
      title={t('compare.title')}
      centered
      size={rows && rows.length > 2 ? 860 : 640}
      padding={0}
      closeOnEscape={!covered}
      closeOnClickOutside={!covered}
      classNames={{
        content: styles.content,
        header: styles.header,
        title: styles.title,
        body: styles.body,
      }}
    >
      {rows ? <CompareTable rows={rows} userId={userId} now={now} /> : null}
    </Modal>
  );
}

type CompareTableProps = Pick<CompareDialogProps, 'userId' | 'now'> & { readonly rows: readonly KeyRow[] };

function CompareTable({ rows, userId, now }: CompareTableProps) {
  const { different, same } = useMemo(() => compareKeys(rows, userId), [rows, userId]);
  const ids = rows.map(rowId);
  const part = { columns: ids, now };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section aria-label={t('compare.comparison')} tabIndex={0} className={styles.scroller}>
      <table className={styles.table} data-keys={rows.length}>
        <thead>
          <tr>
            <td className={styles.corner} />
            {rows.map((row) => (
              <th key={rowId(row)} scope="col" className={styles.key}>
                <KeyName name={row.name} className={styles.name} />
                <code className={styles.mono} title={row.id ?? undefined}>
                  {row.id?.slice(0, 8) ?? t('compare.idUnreadable')}
                </code>
                <code className={styles.mono}>{maskedKey(row.lastFour).slice(-8)}</code>
              </th>
            ))}
          </tr>
        </thead>
        <Lines
          title={t('compare.different', { number: different.length })}
          lines={different}
          {...part}
          different
        />
        <Lines title={t('compare.same', { number: same.length })} lines={same} {...part} />
      </table>
    </section>
  );
}

type LinesProps = {
  readonly title: string;
  readonly lines: readonly ComparedLine[];
  /** What tells the columns apart. */
  readonly columns: readonly string[];
  readonly now: number;
  readonly different?: boolean;
};

function Lines({ title, lines, columns, now, different = false }: LinesProps) {
  return (
    <tbody className={styles.part} data-different={different || undefined}>
      <tr>
        <th scope="rowgroup" colSpan={columns.length + 1} className={styles.partTitle}>
          {title}
        </th>
      </tr>
      {lines.length === 0 ? (
        <tr>
          <td colSpan={columns.length + 1} className={styles.nothing}>
            {different ? t('compare.maySame') : t('compare.nothing')}
          </td>
        </tr>
      ) : null}
      {lines.map(({ label, exact, values }) => (
        <tr key={`${exact} ${label}`}>
          <th scope="row" className={styles.label}>
            {exact ? <code className={styles.mono}>{oneLine(label, 120)}</code> : label}
          </th>
          {values.map((value, index) => (
            <td key={columns[index]} className={styles.cell}>
              <ComparedCell value={value} now={now} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
