import { fireEvent, screen, within } from '@testing-library/react';
import { useRef, useState } from 'react';
import { expect, it, vi } from 'vitest';
import { renderWith } from '../test/render-with.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FilterField } from './filter-field.tsx';

const onLeaveSearch = vi.fn();

function Filter({ query: first }: { readonly query: string }) {
  const [query, onQuery] = useState(first);
  const searchRef = useRef<HTMLInputElement>(null);
  return (
    <>
      <FilterField
        query={query}
        onQuery={onQuery}
        searchRef={searchRef}
        onLeaveSearch={onLeaveSearch}
        environments={['production', 'my laptop']}
      />
      <FilterBar query={query} onQuery={onQuery} searchRef={searchRef} />
    </>
  );
}

const box = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search by name' });
const type = (value: string) => fireEvent.change(box(), { target: { value } });
const press = (key: string) => fireEvent.keyDown(box(), { key });
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const terms = () =>
  screen.queryAllByRole('button', { name: /^Remove filter/ }).map(({ textContent }) => textContent);

it('completes a word by arrow keys and Enter, and goes on to its values', () => {
  renderWith(<Filter query="" />);
  type('crm bill');
  expect(options()).toEqual(['billing:Billing']);
  press('ArrowDown');
  const [first] = screen.getAllByRole('option');
  expect(first?.getAttribute('aria-selected')).toBe('true');
  expect(box().getAttribute('aria-activedescendant')).toBe(first?.id);
  press('Enter');
  expect(box().value).toBe('crm billing:');
  for (const key of ['ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'Enter']) press(key);
  expect(box().value).toBe('crm billing:write ');
  expect(options()).toEqual([]);
  expect(terms()).toEqual(['Billing: Write']);
});

it('completes a word by a click', () => {
  renderWith(<Filter query="" />);
  type('env:m');
  fireEvent.mouseDown(screen.getByRole('option'));
  expect(box().value).toBe('env:"my laptop" ');
  expect(terms()).toEqual(['Environment: my laptop']);
});

it('gives Escape and arrow down to the suggestions only while there are some', () => {
  renderWith(<Filter query="" />);
  type('bill');
  press('Escape');
  expect([options(), box().value]).toEqual([[], 'bill']);
  press('ArrowDown');
  expect(onLeaveSearch).toHaveBeenCalledOnce();
  press('Escape');
  expect(box().value).toBe('');
});

it('shows how a filter was understood, and takes a part of it away', () => {
  renderWith(<Filter query="crm -restricted older:1d" />);
  expect(terms()).toEqual(['Not: Restricted', 'Older than 1 day']);
  fireEvent.click(screen.getByRole('button', { name: 'Remove filter Not: Restricted' }));
  expect(box().value).toBe('crm older:1d');
  expect(document.activeElement).toBe(box());
});

it('says what it has not understood, and what becomes of it', () => {
  renderWith(<Filter query="billing:wr" />);
  expect(
    screen.getByText('“billing:wr” is left out: it needs none, read, write, custom or any'),
  ).toBeTruthy();
  type('bilings:write');
  expect(screen.getByText('“bilings:write” is no filter: looked for in the names')).toBeTruthy();
});

it('has a form for those who do not type; it writes the same words', () => {
  renderWith(<Filter query="crm -restricted" />);
  fireEvent.click(screen.getByRole('button', { name: 'Filters' }));
  const form = within(screen.getByRole('dialog', { name: 'Filters' }));
  const choose = (label: string, value: string) =>
    fireEvent.change(form.getByRole('combobox', { name: label }), { target: { value } });
  expect(form.getByRole<HTMLSelectElement>('combobox', { name: 'Key permissions' }).value).toBe(
    '-restricted',
  );
  choose('Age', 'older:90d');
  choose('Environment', 'env:"my laptop"');
  choose('Key permissions', '');
  choose('Resource', 'billing');
  fireEvent.click(form.getByRole('button', { name: 'Add' }));
  expect(box().value).toBe('crm older:90d env:"my laptop" billing:write');
  choose('Age', 'newer:7d');
  fireEvent.click(form.getByRole('button', { name: 'Remove' }));
  expect(box().value).toBe('crm env:"my laptop" newer:7d');
});
