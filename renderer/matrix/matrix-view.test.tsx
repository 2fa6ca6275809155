import { act, fireEvent, screen, within } from '@testing-library/react';
import { useRef, useState } from 'react';
import { expect, it, vi } from 'vitest';
import type { KeyRow } from '../../shared/api-key.ts';
import { matchesTerms, parseFilter } from '../../shared/key-filter.ts';
import { NO_FACTS } from '../../shared/local-facts.ts';
import { listRow } from '../keys/listed-row.ts';
import type { RowsHandle } from '../keys/rows-handle.ts';
import { renderWith } from '../test/render-with.tsx';
import { sampleKey } from '../test/sample-key.ts';
import { MatrixView } from './matrix-view.tsx';

const KEYS: readonly KeyRow[] = [
  sampleKey('1', { name: 'Reader', permissions: ['billing.view'] }),
  sampleKey('2', { name: 'Writer', permissions: ['billing.view', 'billing.update'] }),
  sampleKey('3', { name: 'Odd', permissions: ['billing.update', 'flows.run'] }),
  sampleKey('4', { name: 'Everything', restricted: false }),
  {
    kind: 'unreadable',
    id: null,
    name: 'Broken',
    lastFour: null,
    createdAt: null,
    position: 4,
    problems: ['key id'],
  },
];

const STATE = {
  list: { generation: 0, rows: [] },
  load: { kind: 'ready' },
  loadedAt: 0,
  isWhole: true,
} as const;

const acts = { onOpen: vi.fn(), onDelete: vi.fn(), onMenu: vi.fn() };

function Matrix() {
  const [query, onQuery] = useState('');
  const handle = useRef<RowsHandle>(null);
  const facts = { now: 0, userId: null, environmentOf: () => '', project: '' };
  const rows = KEYS.filter((row) => matchesTerms(row, parseFilter(query).terms, facts)).map(listRow);
  return (
    <>
      <output>{query}</output>
      <MatrixView
        {...acts}
        state={STATE}
        rows={rows}
        query={query}
        onQuery={onQuery}
        userId={null}
        facts={NO_FACTS}
        now={0}
        waiting={false}
        menuRow={null}
        onView={() => {}}
        handle={handle}
      />
    </>
  );
}

const rowOf = (name: string) => screen.getByRole('row', { name: new RegExp(`^${name}`) });
const names = () =>
  screen.getAllByRole('rowheader').map((header) => header.querySelector('bdi')?.textContent ?? '');
const focused = () => document.activeElement;
const press = (key: string, more: { ctrlKey?: boolean; shiftKey?: boolean } = {}) =>
  fireEvent.keyDown(focused() ?? document.body, { key, ...more });

/** The cell of a key in a column, by the column's place. */
function cellOf(name: string, label: string): Element | undefined {
  const index = screen.getByRole('button', { name: label }).dataset['cell'];
  return within(rowOf(name))
    .getAllByRole('cell')
    .find((cell) => cell.dataset['cell'] === index);
}

it('tells how far each key reaches, in words and in letters', () => {
  renderWith(<Matrix />);
  const told = (name: string, label: string) => {
    const cell = cellOf(name, label);
    return [cell?.getAttribute('aria-label'), cell?.textContent];
  };
  expect(told('Reader', 'Billing')).toEqual(['Read', 'R']);
  expect(told('Writer', 'Billing')).toEqual(['Write', 'W']);
  expect(told('Odd', 'Billing')).toEqual(['Custom', 'C']);
  expect(told('Odd', 'Other')).toEqual(['Custom', 'C']);
  expect(told('Writer', 'Calls')).toEqual(['No access', '·']);
  expect(told('Everything', 'API Keys')).toEqual(['Write', 'W']);
  expect(told('Broken', 'Billing')).toEqual(['Unknown', '?']);
  expect(screen.getByRole('img', { name: 'Unrestricted' })).toBeTruthy();
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('7');
  expect(screen.getByRole('grid').getAttribute('aria-colcount')).toBe('21');
});

it('answers who can write there, by a press on the head of a column', () => {
  renderWith(<Matrix />);
  const head = () => screen.getByRole('button', { name: 'Billing' });
  fireEvent.click(head());
  expect(screen.getByRole('status').textContent).toBe('billing:write');
  expect(names()).toEqual(['Writer', 'Odd', 'Everything']);
  expect(head().getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(head());
  expect(names()).toEqual(['Reader', 'Writer', 'Odd', 'Everything']);
  fireEvent.click(head());
  expect(names()).toHaveLength(5);
});

it('is one Tab stop, in which arrow keys move by cell', () => {
  renderWith(<Matrix />);
  expect(document.querySelectorAll('[data-cell][tabindex="0"]')).toHaveLength(1);
  const [first] = screen.getAllByRole('rowheader');
  act(() => first?.focus());
  press('ArrowRight');
  expect(focused()?.getAttribute('aria-colindex')).toBe('2');
  press('ArrowDown');
  expect(focused()?.closest('tr')).toBe(rowOf('Writer'));
  press('End', { ctrlKey: true });
  expect(focused()?.closest('tr')).toBe(rowOf('Broken'));
  expect(focused()?.getAttribute('aria-colindex')).toBe('21');
  press('ArrowUp', { ctrlKey: true });
  expect(focused()).toBe(screen.getByRole('button', { name: 'Other' }));
  expect(document.querySelectorAll('[data-cell][tabindex="0"]')).toHaveLength(1);
});

it('opens a key, its menu and its deletion from any of its cells', () => {
  renderWith(<Matrix />);
  const cell = cellOf('Writer', 'Billing');
  act(() => (cell as HTMLElement).focus());
  press('Enter');
  press('Delete');
  press('F10', { shiftKey: true });
  fireEvent.doubleClick(rowOf('Writer'));
  expect(acts.onOpen.mock.calls).toEqual([[KEYS[1]], [KEYS[1]]]);
  expect(acts.onDelete.mock.calls).toEqual([[KEYS[1]]]);
  expect(acts.onMenu.mock.calls[0]?.[0]).toBe(KEYS[1]);
});
