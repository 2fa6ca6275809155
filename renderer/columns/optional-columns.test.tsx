import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { NO_FACTS, withKeyFacts } from '../../shared/local-facts.ts';
import { SettingsProvider } from '../settings/settings-context.tsx';
import { createFakeBridge, settingsState } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { sampleKey } from '../test/sample-key.ts';
import { ColumnsMenu } from './columns-menu.tsx';
import { OptionalCells, OptionalHeaders } from './optional-columns.tsx';
import { OptionalColumnsContext } from './optional-columns-context.ts';
import { useOptionalColumns } from './use-optional-columns.ts';

const FACTS = withKeyFacts(NO_FACTS, 'a', { owner: 'Ada', environment: 'production' });

function Table() {
  const columns = useOptionalColumns(FACTS);
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
            <tr>
              <OptionalCells row={sampleKey('a')} />
            </tr>
          </tbody>
        </table>
      </OptionalColumnsContext>
    </>
  );
}

async function show(overrides: Parameters<typeof createFakeBridge>[0] = {}) {
  const bridge = createFakeBridge(overrides);
  renderWith(
    <SettingsProvider>
      <Table />
    </SettingsProvider>,
    bridge,
  );
  await act(async () => {});
  return bridge;
}

const headers = () => screen.queryAllByRole('columnheader').map(({ textContent }) => textContent);

test('a column is shown where it is wanted, in the usual order, and the choice is kept', async () => {
  const bridge = await show();
  expect(headers()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Columns and notes' }));
  fireEvent.click(await screen.findByRole('menuitemcheckbox', { name: /Environment/ }));
  fireEvent.click(screen.getByRole('menuitemcheckbox', { name: /Owner/ }));
  expect(headers()).toEqual(['Owner', 'Environment']);
  expect(screen.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['Ada', 'Production']);
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
