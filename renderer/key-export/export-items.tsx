import { Menu } from '@mantine/core';
import { IconBraces, IconTable } from '@tabler/icons-react';
import { EXPORT_FORMATS, type ExportFormat, FORMAT_LABELS } from '../../shared/key-export.ts';
import { t } from '../../shared/language/words.ts';

type ExportItemsProps = {
  /** What is exported: "3 keys". */
  readonly what: string;
  readonly onExport: (format: ExportFormat) => void;
};

const ICONS = { csv: IconTable, json: IconBraces } as const;

/** The items of a menu that exports keys. */
export function ExportItems({ what, onExport }: ExportItemsProps) {
  return (
    <>
      <Menu.Label>{t('common.withoutSecrets', { what })}</Menu.Label>
      {EXPORT_FORMATS.map((format) => {
        const Icon = ICONS[format];
        return (
          <Menu.Item
            key={format}
            leftSection={<Icon size={15} aria-hidden="true" />}
            onClick={() => onExport(format)}
          >
            {t('common.exportAs', { format: FORMAT_LABELS[format] })}
          </Menu.Item>
        );
      })}
    </>
  );
}
