import type { SortColumn } from '../../renderer/keys/visible-rows.ts';

/** The columns that every way has. */
export type MeasuredColumn = Exclude<SortColumn, 'project'>;

/** Where in its page a table has what is pressed and what is looked at, as selectors. */
export type Way = {
  readonly id: string;
  readonly label: string;
  /** Null for the program itself: it has no page here. */
  readonly page: string | null;
  readonly search: string;
  readonly header: Readonly<Record<MeasuredColumn, string>>;
  /** The columns that a first click sorts the other way round. */
  readonly twice: readonly MeasuredColumn[];
  /** What scrolls. */
  readonly scroller: string;
  readonly row: string;
  /** Inside a row: its name. */
  readonly name: string;
};

const OWN_HEADERS = { name: '.sort-name', created: '.sort-created', permissions: '.sort-permissions' };
const OWN = {
  search: '#search',
  header: OWN_HEADERS,
  twice: [],
  scroller: '.scroller',
  row: '.row',
  name: '.name',
};

export const KEYDESK: Way = {
  id: 'keydesk',
  label: 'Keydesk',
  page: null,
  search: '[role="searchbox"], input[type="search"]',
  header: {
    name: 'thead th:nth-child(1) button',
    created: 'thead th:nth-child(4) button',
    permissions: 'thead th:nth-child(5) button',
  },
  twice: ['created'],
  scroller: 'table',
  row: 'tr[data-row]',
  name: 'td:first-child bdi',
};

export const FLOOR: Way = { id: 'floor', label: 'floor: windowed DOM by hand', page: 'floor', ...OWN };

/** The floor, what one would use instead, and the program. */
export const WAYS: readonly Way[] = [
  FLOOR,
  KEYDESK,
  { id: 'react-virtual', label: 'React + react-virtual, plain cells', page: 'react-virtual', ...OWN },
  {
    id: 'mantine-datatable',
    label: 'mantine-datatable, 100 a page',
    page: 'mantine-datatable',
    search: '#search',
    header: OWN_HEADERS,
    // It keeps the direction from one column to the next.
    twice: ['name', 'permissions'],
    scroller: '.mantine-ScrollArea-viewport',
    row: 'tbody tr',
    name: '.name',
  },
  { id: 'tanstack', label: 'TanStack Table + Virtual', page: 'tanstack', ...OWN },
  {
    id: 'ag-grid',
    label: 'AG Grid Community',
    page: 'ag-grid',
    search: '#search',
    header: {
      name: '.ag-header-cell[col-id="name"]',
      created: '.ag-header-cell[col-id="created"]',
      permissions: '.ag-header-cell[col-id="permissions"]',
    },
    twice: ['permissions'],
    scroller: '.ag-grid-viewport',
    row: '.ag-row',
    name: '.ag-cell[col-id="name"]',
  },
];

/** The libraries of tables among them. */
export const LIBRARIES = ['mantine-datatable', 'tanstack', 'ag-grid'] as const;
