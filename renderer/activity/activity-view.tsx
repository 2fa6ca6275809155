import { Button, Menu } from '@mantine/core';
import { IconAlertTriangle, IconDownload, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { type ActivityEntry, MOST_ENTRIES } from '../../shared/activity.ts';
import type { AppError } from '../../shared/app-error.ts';
import type { ExportFormat } from '../../shared/key-export.ts';
import { t } from '../../shared/language/words.ts';
import { useBridge } from '../bridge.ts';
import { ErrorAlert } from '../error-alert.tsx';
import { oneLine } from '../format.ts';
import { ExportItems } from '../key-export/export-items.tsx';
import { KeyCell, LastFourCell, TimeCell } from '../records/cells.tsx';
import { KeptLine } from '../records/kept-line.tsx';
import styles from '../records/records.module.css';
import { type RecordColumn, RecordsTable } from '../records/records-table.tsx';
import { settled } from '../settled.ts';
import { actionText, resultText } from './activity-text.ts';
import { useActivity } from './use-activity.ts';

const RULE = t('activity.rule', { count: MOST_ENTRIES });

const COLUMNS: readonly RecordColumn<ActivityEntry>[] = [
  { label: t('activity.when'), width: '140px', cell: ({ at }) => <TimeCell time={at} /> },
  { label: t('activity.action'), width: '92px', cell: ActionCell },
  { label: t('common.apiKey'), width: 'minmax(0, 1.3fr)', cell: ({ key }) => <KeyCell {...key} /> },
  { label: t('common.key'), width: '92px', cell: ({ key }) => <LastFourCell {...key} /> },
  { label: t('activity.result'), width: 'minmax(0, 1.3fr)', cell: ResultCell },
  { label: t('activity.by'), width: 'minmax(0, 0.8fr)', cell: ByCell },
];

function ActionCell({ action }: ActivityEntry) {
  const Icon = action === 'create' ? IconPlus : IconTrash;
  return (
    <span className={styles.what}>
      <Icon size={14} aria-hidden="true" />
      {actionText(action)}
    </span>
  );
}

function ResultCell(entry: ActivityEntry) {
  const warns = entry.result.kind === 'failed' || entry.result.kind === 'unknown';
  const words = resultText(entry);
  return (
    <span className={styles.what} data-warning={warns || undefined} title={words}>
      {warns ? <IconAlertTriangle size={14} aria-hidden="true" /> : null}
      <span className={styles.cut}>{words}</span>
    </span>
  );
}

function ByCell({ connection: { user, name, address } }: ActivityEntry) {
  const who = user === null ? t('activity.anApiKey') : oneLine(user, 120);
  return (
    <bdi className={styles.quiet} title={oneLine([who, name, address].filter(Boolean).join(', '))}>
      {who}
    </bdi>
  );
}

function countText(count: number): string {
  return t('activity.entries', { count });
}

/** What was done to keys of this project from this computer. */
export function ActivityView() {
  const bridge = useBridge();
  const activity = useActivity();
  const newestFirst = useMemo(() => activity?.entries.toReversed() ?? [], [activity]);
  const [error, setError] = useState<AppError | null>(null);
  if (!activity) return <div className={styles.view} />;
  const onExport = async (format: ExportFormat) => {
    const result = await settled(bridge.exportActivity({ format }));
    setError(result.ok ? null : result.error);
  };
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <div className={styles.words}>
          <p>{t('activity.lead', { entries: countText(newestFirst.length) })}</p>
          <KeptLine kept={activity.kept} rule={RULE} />
        </div>
        <Menu position="bottom-end" width={210}>
          <Menu.Target>
            <Button
              variant="default"
              disabled={newestFirst.length === 0}
              leftSection={<IconDownload size={15} aria-hidden="true" />}
            >
              {t('common.exportMore')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <ExportItems what={countText(newestFirst.length)} onExport={(format) => void onExport(format)} />
          </Menu.Dropdown>
        </Menu>
        {error ? (
          <ErrorAlert error={error} onAction={() => setError(null)} actionLabel={t('common.dismiss')} />
        ) : null}
      </div>
      {newestFirst.length === 0 ? (
        <p className={styles.nothing}>{t('activity.nothing')}</p>
      ) : (
        <RecordsTable label={t('activity.label')} columns={COLUMNS} records={newestFirst} />
      )}
    </div>
  );
}
