import { Button, Menu, VisuallyHidden } from '@mantine/core';
import { IconColumns, IconDownload, IconTrash, IconX } from '@tabler/icons-react';
import type { KeyRow } from '../../shared/api-key.ts';
import { MOST_COMPARED } from '../../shared/compare.ts';
import type { ExportFormat } from '../../shared/key-export.ts';
import { formatNumber, keyCount } from '../format.ts';
import { ExportItems } from '../key-export/export-items.tsx';
import styles from './selection-bar.module.css';
import type { Selected } from './use-selection.ts';

type SelectionBarProps = {
  readonly selected: Selected;
  /** So many rows are shown. */
  readonly shown: number;
  /** Why nothing can be deleted now; null where it can. */
  readonly deleteProblem: string | null;
  readonly canExport: boolean;
  readonly onDelete: (rows: readonly KeyRow[]) => void;
  readonly onExport: (format: ExportFormat) => void;
  readonly onCompare: (rows: readonly KeyRow[]) => void;
  /** Also brings the focus to where it can stay. */
  readonly onClear: () => void;
};

function countText(count: number, hidden: number): string {
  const some = `${keyCount(count)} selected`;
  return hidden === 0 ? some : `${some}, ${formatNumber(hidden)} not shown`;
}

/** What can be done with the selected keys, over the end of the table; nothing where none is selected. */
export function SelectionBar(props: SelectionBarProps) {
  const { selected, shown, deleteProblem, canExport, onDelete, onExport, onCompare, onClear } = props;
  const { rows, hidden, onSelect } = selected;
  const count = rows.length;
  const comparable = count > 1 && count <= MOST_COMPARED;
  const allShown = count - hidden === shown;
  return (
    <>
      <VisuallyHidden component="span" aria-live="polite">
        {count > 0 ? countText(count, hidden) : ''}
      </VisuallyHidden>
      {count > 0 ? (
        <section aria-label="Selected keys" className={styles.bar}>
          <span className={styles.count}>{countText(count, hidden)}</span>
          {allShown ? null : (
            <Button size="xs" variant="subtle" color="gray" onClick={() => onSelect({ kind: 'all' })}>
              Select all {formatNumber(shown)}
            </Button>
          )}
          <span className={styles.space} />
          {deleteProblem ? <span className={styles.problem}>{deleteProblem}</span> : null}
          <Button
            size="xs"
            variant="default"
            disabled={!comparable}
            title={comparable ? undefined : 'Two to four keys can be compared'}
            leftSection={<IconColumns size={14} aria-hidden="true" />}
            onClick={() => onCompare(rows)}
          >
            Compare
          </Button>
          <Menu position="top-end" width={200}>
            <Menu.Target>
              <Button
                size="xs"
                variant="default"
                disabled={!canExport}
                title={canExport ? undefined : 'Only keys of a whole list can be exported'}
                leftSection={<IconDownload size={14} aria-hidden="true" />}
              >
                Export…
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <ExportItems what={keyCount(count)} onExport={onExport} />
            </Menu.Dropdown>
          </Menu>
          <Button
            size="xs"
            variant="outline"
            color="red"
            disabled={deleteProblem !== null}
            title={deleteProblem ?? undefined}
            leftSection={<IconTrash size={14} aria-hidden="true" />}
            onClick={() => onDelete(rows)}
          >
            Delete…
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            title="Clear the selection (Escape)"
            leftSection={<IconX size={14} aria-hidden="true" />}
            onClick={onClear}
          >
            Clear
          </Button>
        </section>
      ) : null}
    </>
  );
}
