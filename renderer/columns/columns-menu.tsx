import { ActionIcon, Menu } from '@mantine/core';
import { IconColumns3, IconFileExport, IconFileImport } from '@tabler/icons-react';
import { t } from '../../shared/language/words.ts';
import { OPTIONAL_COLUMNS, type OptionalColumn } from '../../shared/optional-columns.ts';
import { COLUMN_LABELS } from './column-labels.ts';

type ColumnsMenuProps = {
  readonly columns: readonly OptionalColumn[];
  readonly onColumns: (column: OptionalColumn, isShown: boolean) => void;
  readonly onExport: () => void;
  readonly onImport: () => void;
};

/** The columns that the table can show besides, and the notes of this computer: out of a file, into one. */
export function ColumnsMenu({ columns, onColumns, onExport, onImport }: ColumnsMenuProps) {
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon
          size={30}
          variant="default"
          aria-label={t('facts.columnsAndNotes')}
          title={t('facts.columnsAndNotes')}
        >
          <IconColumns3 size={15} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {OPTIONAL_COLUMNS.map((column) => {
          const isShown = columns.includes(column);
          return (
            <Menu.CheckboxItem
              key={column}
              checked={isShown}
              closeMenuOnClick={false}
              onChange={() => onColumns(column, !isShown)}
            >
              {t('facts.column', { column: COLUMN_LABELS[column] })}
            </Menu.CheckboxItem>
          );
        })}
        <Menu.Divider />
        <Menu.Item leftSection={<IconFileExport size={15} aria-hidden="true" />} onClick={onExport}>
          {t('common.exportNotes')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileImport size={15} aria-hidden="true" />} onClick={onImport}>
          {t('facts.importNotes')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
