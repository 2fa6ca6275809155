import '@mantine/core/styles.css';
import 'mantine-datatable/styles.css';
import { ActionIcon, Badge, MantineProvider, TextInput } from '@mantine/core';
import { DataTable, type DataTableSortStatus } from 'mantine-datatable';
import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { showPage } from './page.ts';
import { access, type BenchRow, type Column, comparison, created, fold, maskedKey, shortId } from './rows.ts';

const A_PAGE = 100;

function Table({ rows }: { readonly rows: readonly BenchRow[] }) {
  const [query, setQuery] = useState('');
  const [page, setPage] = useState(1);
  const [status, setStatus] = useState<DataTableSortStatus<BenchRow>>({
    columnAccessor: 'created',
    direction: 'desc',
  });
  const sorted = useMemo(() => {
    const column = status.columnAccessor as Column;
    return rows.toSorted(comparison({ column, descending: status.direction === 'desc' }));
  }, [rows, status]);
  const shown = useMemo(() => {
    const wanted = fold(query.trim());
    return wanted === '' ? sorted : sorted.filter(({ folded }) => folded.includes(wanted));
  }, [sorted, query]);
  return (
    <>
      <TextInput
        id="search"
        value={query}
        onChange={(event) => {
          setPage(1);
          setQuery(event.target.value);
        }}
      />
      <DataTable<BenchRow>
        height="100%"
        records={shown.slice((page - 1) * A_PAGE, page * A_PAGE)}
        totalRecords={shown.length}
        recordsPerPage={A_PAGE}
        page={page}
        onPageChange={setPage}
        sortStatus={status}
        onSortStatusChange={setStatus}
        columns={[
          {
            accessor: 'name',
            sortable: true,
            render: (row) => <span className="name">{row.name}</span>,
            titleClassName: 'sort-name',
          },
          { accessor: 'id', render: shortId },
          { accessor: 'key', render: maskedKey },
          { accessor: 'created', sortable: true, render: created, titleClassName: 'sort-created' },
          {
            accessor: 'permissions',
            sortable: true,
            titleClassName: 'sort-permissions',
            render: (row) => <Badge variant="light">{access(row)}</Badge>,
          },
          {
            accessor: 'actions',
            render: (row) => <ActionIcon aria-label={`Actions for ${row.name}`}>…</ActionIcon>,
          },
        ]}
      />
    </>
  );
}

void showPage((host, rows) => {
  const root = createRoot(host);
  root.render(
    <MantineProvider>
      <Table rows={rows} />
    </MantineProvider>,
  );
  return () => root.unmount();
});
