import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { KeyRow } from '../../shared/api-key.ts';
import { NO_FACTS, withKeyFacts } from '../../shared/local-facts.ts';
import { SettingsProvider } from '../settings/settings-context.tsx';
import { createFakeBridge, settingsState } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { sampleKey } from '../test/sample-key.ts';
import { ColumnsMenu } from './columns-menu.tsx';
import { OptionalCells, OptionalHeaders } from './optional-columns.tsx';
import { OptionalColumnsContext } from './optional-columns-context.ts';
import { useOptionalColumns } from './use-optional-columns.ts';

const UNREADABLE: KeyRow = {
  kind: 'unreadable',
  id: 'd',
  name: 'Key d',
  lastFour: null,
  createdAt: null,
  position: 3,
  problems: ['last four'],
};
const SOMEBODY = '9e107d9d-372b-4b3e-a1c2-0f5b7c6d8e90';
const ROWS = [
  sampleKey('a', { creatorId: 'user-1' }),
  sampleKey('b', { creatorId: SOMEBODY }),
  sampleKey('c'),
  UNREADABLE,
];
const FACTS = withKeyFacts(NO_FACTS, 'a', { owner: 'Ada', environment: 'production' });

type TableProps = { readonly rows?: readonly KeyRow[]; readonly userId?: string | null };

function Table({ rows = [sampleKey('a')], userId = 'user-1' }: TableProps) {
  const columns = useOptionalColumns(FACTS, userId);
  return (
    <>
      <ColumnsMenu
        columns={columns.columns}
        onColumns={columns.choose}
        onExport={vi.fn()}
        onImport={vi.fn()}
      />
      <OptionalColumnsContext value={columns}>
        <table>
          <thead>
            <tr>
              <OptionalHeaders />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <OptionalCells row={row} />
              </tr>
            ))}
          </tbody>
        </table>
      </OptionalColumnsContext>
    </>
  );
}

async function show(overrides: Parameters<typeof createFakeBridge>[0] = {}, table: TableProps = {}) {
  const bridge = createFakeBridge(overrides);
  renderWith(
    <SettingsProvider>
      <Table {...table} />
    </SettingsProvider>,
    bridge,
  );
  await act(async () => {});
  return bridge;
}

const headers = () => screen.queryAllByRole('columnheader').map(({ textContent }) => textContent);
const cells = () => screen.getAllByRole('cell').map(({ textContent }) => textContent);

test('a column is shown where it is wanted, in the usual order, and the choice is kept', async () => {
  const bridge = await show();
  expect(headers()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Columns and notes' }));
  fireEvent.click(await screen.findByRole('menuitemcheckbox', { name: /Environment/ }));
  fireEvent.click(screen.getByRole('menuitemcheckbox', { name: /Owner/ }));
  expect(headers()).toEqual(['Owner', 'Environment']);
  expect(cells()).toEqual(['Ada', 'Production']);
  fireEvent.click(screen.getByRole('menuitemcheckbox', { name: /Environment/ }));
  expect(headers()).toEqual(['Owner']);
  expect(bridge.callsOf('changeSettings')).toEqual([
    { columns: ['environment'] },
    { columns: ['environment', 'owner'] },
    { columns: ['owner'] },
  ]);
});

test('the columns of the last time are there', async () => {
  await show({ getSettings: async () => settingsState({ columns: ['environment'] }) });
  await waitFor(() => expect(headers()).toEqual(['Environment']));
});

test.each([
  ['user-1', 'you'],
  [null, 'user-1'],
])(
  'who created a key is told by the beginning of an id where nobody else can say; to %s',
  async (userId, own) => {
    await show(
      { getSettings: async () => settingsState({ columns: ['createdBy'] }) },
      { rows: ROWS, userId },
    );
    await waitFor(() => expect(headers()).toEqual(['Created by']));
    expect(cells()).toEqual([own, '9e107d9d', 'unknown', 'unknown']);
    expect(screen.getByTitle(SOMEBODY).textContent).toBe('9e107d9d');
  },
);
