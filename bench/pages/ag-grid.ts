import { AllCommunityModule, createGrid, type GridOptions, ModuleRegistry } from 'ag-grid-community';
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

ModuleRegistry.registerModules([AllCommunityModule]);

const textOf = (text: (row: BenchRow) => string) => (params: { readonly data?: BenchRow | undefined }) =>
  params.data ? text(params.data) : '';

const byRow =
  (compare: (a: BenchRow, b: BenchRow) => number) =>
  (_a: unknown, _b: unknown, a: { readonly data?: BenchRow | undefined }, b: typeof a) =>
    a.data && b.data ? compare(a.data, b.data) : 0;

void showPage((host, rows) => {
  const search = Object.assign(document.createElement('input'), { id: 'search', type: 'search' });
  const grid = document.createElement('div');
  grid.style.flex = '1';
  grid.style.minHeight = '0';
  host.replaceChildren(search, grid);
  let wanted = '';
  const options: GridOptions<BenchRow> = {
    rowData: [...rows],
    rowHeight: 38,
    animateRows: false,
    getRowId: ({ data }) => data.id,
    isExternalFilterPresent: () => wanted !== '',
    doesExternalFilterPass: ({ data }) => data?.folded.includes(wanted) ?? false,
    columnDefs: [
      { colId: 'name', valueGetter: textOf((row) => row.name), comparator: byRow(compareNames), flex: 1 },
      { colId: 'id', valueGetter: textOf(shortId), sortable: false, width: 150 },
      { colId: 'key', valueGetter: textOf(maskedKey), sortable: false, width: 160 },
      { colId: 'created', valueGetter: textOf(created), comparator: byRow(compareCreated), width: 190 },
      {
        colId: 'permissions',
        valueGetter: textOf(access),
        comparator: byRow(comparePermissions),
        width: 190,
      },
      {
        colId: 'actions',
        sortable: false,
        width: 60,
        cellRenderer: ({ data }: { readonly data?: BenchRow }) => {
          const button = document.createElement('button');
          button.setAttribute('aria-label', `Actions for ${data?.name}`);
          button.textContent = '…';
          return button;
        },
      },
    ].map((column) => ({ ...column, headerName: column.colId, sortingOrder: ['asc', 'desc'] })),
  };
  const api = createGrid(grid, options);
  search.addEventListener('input', () => {
    wanted = fold(search.value.trim());
    api.onFilterChanged();
  });
  return () => {
    api.destroy();
    host.replaceChildren();
  };
});
