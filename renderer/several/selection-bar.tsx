import { Button, Menu, VisuallyHidden } from '@mantine/core';
import { IconColumns, IconDownload, IconTrash, IconX } from '@tabler/icons-react';
import type { KeyRow } from '../../shared/api-key.ts';
import { MOST_COMPARED } from '../../shared/compare.ts';
import type { ExportFormat } from '../../shared/key-export.ts';
import { t } from '../../shared/language/words.ts';
import { keyCount } from '../format.ts';
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
  const some = t('several.selected', { keys: keyCount(count) });
  return hidden === 0 ? some : t('several.selectedHidden', { selected: some, number: hidden });
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
        <section aria-label={t('several.selectedKeys')} className={styles.bar}>
          <span className={styles.count} title={countText(count, hidden)}>
            {countText(count, hidden)}
          </span>
          {allShown ? null : (
            <Button size="xs" variant="subtle" color="gray" onClick={() => onSelect({ kind: 'all' })}>
              {t('several.selectAll', { number: shown })}
            </Button>
          )}
          <span className={styles.space} />
          {deleteProblem ? <span className={styles.problem}>{deleteProblem}</span> : null}
          <Button
            size="xs"
            variant="default"
            disabled={!comparable}
            title={comparable ? undefined : t('several.twoToFour')}
            leftSection={<IconColumns size={14} aria-hidden="true" />}
            onClick={() => onCompare(rows)}
          >
            {t('common.compare')}
          </Button>
          <Menu position="top-end" width={200}>
            <Menu.Target>
              <Button
                size="xs"
                variant="default"
                disabled={!canExport}
                title={canExport ? undefined : t('several.onlyWhole')}
                leftSection={<IconDownload size={14} aria-hidden="true" />}
              >
                {t('common.exportMore')}
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
            {t('common.deleteMore')}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            title={t('several.clearTitle')}
            leftSection={<IconX size={14} aria-hidden="true" />}
            onClick={onClear}
          >
            {t('common.clear')}
          </Button>
        </section>
      ) : null}
    </>
  );
}
