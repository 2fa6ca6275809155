import {
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { showPage } from './page.ts';
import {
  access,
  type BenchRow,
  compareCreated,
  compareNames,
  comparePermissions,
  created,
  fold,
  maskedKey,
  shortId,
} from './rows.ts';

const features = tableFeatures({
  columnFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
});

type Row = { readonly original: BenchRow };
const byRow = (compare: (a: BenchRow, b: BenchRow) => number) => (a: Row, b: Row) =>
  compare(a.original, b.original);

const columns = [
  {
    id: 'name',
    accessorFn: (row: BenchRow) => row.name,
    filterFn: (row: Row, _id: string, wanted: string) => row.original.folded.includes(wanted),
    sortFn: byRow(compareNames),
    sortDescFirst: false,
  },
  { id: 'id', accessorFn: shortId, enableSorting: false },
  { id: 'key', accessorFn: maskedKey, enableSorting: false },
  { id: 'created', accessorFn: created, sortFn: byRow(compareCreated), sortDescFirst: false },
  { id: 'permissions', accessorFn: access, sortFn: byRow(comparePermissions), sortDescFirst: true },
];

function Table({ rows }: { readonly rows: readonly BenchRow[] }) {
  const [query, setQuery] = useState('');
  const [sorting, setSorting] = useState<SortingState>([]);
  const scroller = useRef<HTMLDivElement>(null);
  const table = useTable({
    features,
    columns,
    data: rows as BenchRow[],
    getRowId: (row: BenchRow) => row.id,
    state: { sorting, columnFilters: query === '' ? [] : [{ id: 'name', value: query }] },
    onSortingChange: setSorting,
  });
  const shown = table.getRowModel().rows;
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 38,
    overscan: 8,
  });
  return (
    <>
      <input id="search" type="search" onChange={(event) => setQuery(fold(event.target.value.trim()))} />
      {table.getHeaderGroups().map((group) => (
        <div key={group.id} className="head">
          {group.headers.map((header) => (
            <button
              key={header.id}
              type="button"
              className={`sort-${header.id}`}
              onClick={header.column.getToggleSortingHandler()}
            >
              {header.id}
            </button>
          ))}
        </div>
      ))}
      <div ref={scroller} className="scroller">
        <div className="body" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = shown[index];
            return row ? (
              <div key={row.id} className="row" style={{ transform: `translateY(${start}px)` }}>
                {row.getAllCells().map((cell) => (
                  <span key={cell.id} className={cell.column.id}>
                    {String(cell.getValue())}
                  </span>
                ))}
                <button type="button" aria-label={`Actions for ${row.original.name}`}>
                  …
                </button>
              </div>
            ) : null;
          })}
        </div>
      </div>
    </>
  );
}

void showPage((host, rows) => {
  const root = createRoot(host);
  root.render(<Table rows={rows} />);
  return () => root.unmount();
});
