import { NativeSelect, TextInput } from '@mantine/core';
import { IconEye, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';
import { type KeyChange, MOST_CHANGES } from '../../shared/key-history.ts';
import { t } from '../../shared/language/words.ts';
import { fullDate, nameInLabel } from '../format.ts';
import { KeyCell, LastFourCell, TimeCell } from '../records/cells.tsx';
import { KeptLine } from '../records/kept-line.tsx';
import styles from '../records/records.module.css';
import { type RecordColumn, RecordsTable } from '../records/records-table.tsx';
import type { ViewProps } from '../views/view-props.ts';
import changesStyles from './changes.module.css';
import { SINCE, type Since, sinceLabel, timeOf } from './since.ts';
import { useChanges } from './use-changes.ts';

const RULE = t('changes.rule', { count: MOST_CHANGES });

const KINDS = {
  made: { Icon: IconPlus, words: t('changes.made') },
  'first-seen': { Icon: IconEye, words: t('changes.firstSeen') },
  deleted: { Icon: IconTrash, words: t('changes.deleted') },
} as const;

function KindCell({ kind, at, after }: KeyChange) {
  const { Icon, words } = KINDS[kind];
  return (
    <span className={styles.what}>
      <Icon size={14} aria-hidden="true" />
      {kind === 'deleted' && at === after ? t('changes.deletedFromHere') : words}
    </span>
  );
}

function noticedTitle({ at, after }: KeyChange): string {
  return at === after ? fullDate(at) : t('changes.between', { from: fullDate(after), to: fullDate(at) });
}

function sumText(changes: readonly KeyChange[]): string {
  const count = (kind: KeyChange['kind']) => changes.filter((change) => change.kind === kind).length;
  return t('changes.sum', {
    made: t('changes.sumMade', { count: count('made') }),
    deleted: t('changes.sumDeleted', { count: count('deleted') }),
    seen: t('changes.sumSeen', { count: count('first-seen') }),
  });
}

/** The rows that are still in the list, by the ids of the changes. */
function rowsOf(changes: readonly KeyChange[], rows: ViewProps['state']['list']['rows']) {
  const wanted = new Set(changes.map(({ id }) => id));
  return new Map(rows.flatMap(({ id, row }) => (wanted.has(id) ? [[id, row] as const] : [])));
}

function columnsOf(
  rows: ReadonlyMap<string, KeyRow>,
  onOpen: (row: KeyRow) => void,
): readonly RecordColumn<KeyChange>[] {
  return [
    {
      label: t('changes.noticed'),
      width: '140px',
      cell: (change) => <TimeCell time={change.at} title={noticedTitle(change)} />,
    },
    { label: t('changes.what'), width: '192px', cell: KindCell },
    { label: t('common.apiKey'), width: 'minmax(0, 1fr)', cell: (change) => <KeyCell {...change} /> },
    { label: t('common.key'), width: '72px', cell: (change) => <LastFourCell {...change} /> },
    {
      label: t('common.creationDate'),
      width: '140px',
      cell: (change) =>
        change.kind === 'deleted' || change.madeAt === null ? null : <TimeCell time={change.madeAt} />,
    },
    {
      label: t('common.details'),
      width: '88px',
      cell: ({ id, name }) => {
        const row = rows.get(id);
        return row ? (
          <button
            type="button"
            className={changesStyles.details}
            aria-label={t('changes.detailsOf', { name: nameInLabel(name) })}
            onClick={() => onOpen(row)}
          >
            {t('common.details')}
          </button>
        ) : null;
      },
    },
  ];
}

/** How the list of the project changed, as far as this computer has seen it. */
export function ChangesView({ state, now, onOpen }: ViewProps) {
  const told = useChanges(state.list, state.loadedAt);
  const [since, setSince] = useState<Since>('last-visit');
  const [date, setDate] = useState('');
  const lastVisit = told?.lastVisit ?? null;
  const from = timeOf(since, { lastVisit, date, now });
  const shown = useMemo(() => told?.changes.filter(({ at }) => at > from) ?? [], [told, from]);
  const rows = useMemo(() => rowsOf(shown, state.list.rows), [shown, state.list]);
  const columns = useMemo(() => columnsOf(rows, onOpen), [rows, onOpen]);
  if (!told) return <div className={styles.view} />;
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <div className={styles.words}>
          <p role="status">{sumText(shown)}</p>
          <KeptLine kept={told.kept} rule={RULE} />
        </div>
        <NativeSelect
          aria-label={t('changes.since')}
          value={since}
          onChange={(event) => setSince(SINCE.find((each) => each === event.currentTarget.value) ?? 'all')}
          data={SINCE.map((each) => ({
            value: each,
            label: sinceLabel(each, lastVisit, now),
          }))}
        />
        {since === 'date' ? (
          <TextInput
            type="date"
            aria-label={t('changes.date')}
            value={date}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
        ) : null}
      </div>
      {shown.length === 0 ? (
        <Nothing beganAt={told.beganAt} />
      ) : (
        <RecordsTable label={t('changes.label')} columns={columns} records={shown} />
      )}
    </div>
  );
}

function Nothing({ beganAt }: { readonly beganAt: number | null }) {
  return (
    <div className={styles.nothing}>
      <p>{t('changes.nothing')}</p>
      <p>{beganAt === null ? t('changes.beginning') : t('changes.firstList', { date: fullDate(beganAt) })}</p>
    </div>
  );
}
