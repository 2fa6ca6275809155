import { rowId } from '../../shared/api-key.ts';
import type { ExportFormat } from '../../shared/key-export.ts';
import { CompareDialog } from '../compare/compare-dialog.tsx';
import { DeleteSeveralDialog } from './delete-several-dialog.tsx';
import { SelectionBar } from './selection-bar.tsx';
import type { SeveralKeys } from './use-several.ts';

type SeveralProps = {
  readonly several: SeveralKeys;
  /** So many rows are shown. */
  readonly shown: number;
  readonly deleteProblem: string | null;
  readonly canExport: boolean;
  readonly onExport: (format: ExportFormat, ids: readonly string[]) => void;
  readonly userId: string | null;
  readonly now: number;
};

/** The bar of the selected keys, and the dialogs that it opens. */
export function Several({ several, shown, deleteProblem, canExport, onExport, userId, now }: SeveralProps) {
  const { selected } = several;
  return (
    <>
      <SelectionBar
        selected={selected}
        shown={shown}
        deleteProblem={deleteProblem}
        canExport={canExport}
        onDelete={several.askToDelete}
        onExport={(format) => onExport(format, selected.rows.map(rowId))}
        onCompare={several.compare}
        onClear={several.clear}
      />
      <DeleteSeveralDialog
        asking={several.asking}
        deletions={several.deletions}
        problem={deleteProblem}
        onAnswered={several.answered}
        onRead={several.backToRows}
      />
      <CompareDialog rows={several.comparing} userId={userId} now={now} onClose={several.compared} />
    </>
  );
}
