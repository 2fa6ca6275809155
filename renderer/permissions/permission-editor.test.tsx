import { act, fireEvent, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { NO_ACCESS, type PermissionLevels, RESOURCES } from '../../shared/permissions.ts';
import { renderWith } from '../test/render-with.tsx';
import { PermissionEditor } from './permission-editor.tsx';

// 57 radios in a simulated DOM: slow where many programs share the machine.
vi.setConfig({ testTimeout: 20_000 });

type EditorProps = { readonly disabled?: boolean; readonly carriedAtFirst?: readonly string[] };

function Editor({ disabled = false, carriedAtFirst = [] }: EditorProps) {
  const [levels, setLevels] = useState<PermissionLevels>(NO_ACCESS);
  const [carried, setCarried] = useState(carriedAtFirst);
  return (
    <PermissionEditor
      levels={levels}
      onChange={setLevels}
      carried={carried}
      onCarried={setCarried}
      disabled={disabled}
    />
  );
}

// Lean queries: with 57 radios on the page, a search by role that also asks what is visible takes its time.
function radio(resource: string, level: string): HTMLInputElement {
  const row = screen
    .getByText(resource, { selector: '[role="radiogroup"] *' })
    .closest<HTMLElement>('[data-resource]');
  return within(row ?? document.body).getByLabelText(level);
}

const filterBox = () => screen.getByLabelText<HTMLInputElement>('Filter resources');
const setter = (subject: string, level: string) =>
  screen.getByLabelText<HTMLButtonElement>(`Set ${subject} to ${level}`);
const rows = () => [...document.querySelectorAll('[data-resource]')];

function press(...keys: readonly string[]): void {
  for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key });
}

function focus(element: HTMLElement): void {
  act(() => element.focus());
}

test('shows four groups and 19 resources, all without access', () => {
  renderWith(<Editor />);
  const groups = [...document.querySelectorAll('fieldset')].map(
    (group) => document.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent,
  );
  expect(groups).toEqual(['Communication', 'Agent configuration', 'Contacts and data', 'Administration']);
  expect(screen.getAllByRole('radiogroup', { hidden: true })).toHaveLength(19);
  expect(screen.getByRole('radiogroup', { name: 'Calls' }).contains(radio('Calls', 'Read'))).toBe(true);
  expect(document.querySelectorAll('input[value="none"]:checked')).toHaveLength(19);
  expect(screen.getByText('0 read, 0 write, 19 no access').getAttribute('aria-live')).toBe('polite');
  expect(screen.getByText('Phone call management')).toBeTruthy();
});

test('a click sets one resource, and the sum follows', () => {
  renderWith(<Editor />);
  fireEvent.click(radio('Calls', 'Read'));
  fireEvent.click(radio('Contacts', 'Write'));
  expect(radio('Calls', 'Read').checked).toBe(true);
  expect(screen.getByText('1 read, 1 write, 17 no access')).toBeTruthy();
});

test('Write is refused with its reason where the API has nothing to write', () => {
  renderWith(<Editor />);
  const write = radio('Messages', 'Write');
  expect(write.disabled).toBe(true);
  const reason = document.getElementById(write.getAttribute('aria-describedby') ?? '');
  expect(reason?.textContent).toBe('The API has nothing to write for Messages');
  focus(radio('Messages', 'No access'));
  press('w');
  expect(radio('Messages', 'No access').checked).toBe(true);
  expect(screen.getAllByText('The API has nothing to write for Messages').length).toBe(2);
});

test('a group is set as a whole and says where Write fell to Read', () => {
  renderWith(<Editor />);
  fireEvent.click(setter('all of Communication', 'Write'));
  expect(radio('Calls', 'Write').checked).toBe(true);
  expect(radio('Recordings', 'Read').checked).toBe(true);
  expect(radio('Contacts', 'No access').checked).toBe(true);
  expect(screen.getByText('Messages, Transcriptions and Recordings have no Write: set to Read')).toBeTruthy();
  fireEvent.click(setter('all of Communication', 'No access'));
  expect(screen.getByText('0 read, 0 write, 19 no access')).toBeTruthy();
  expect(screen.queryByText(/have no Write/)).toBeNull();
});

test('all resources are set at once', () => {
  renderWith(<Editor />);
  fireEvent.click(setter('all resources', 'Read'));
  expect(screen.getByText('19 read, 0 write, 0 no access')).toBeTruthy();
});

test('the header buttons are one tab stop, with arrows between them', () => {
  renderWith(<Editor />);
  const buttons = ['No access', 'Read', 'Write'].map((level) => setter('all of Administration', level));
  expect(buttons.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
  const [first, second] = buttons;
  if (first) focus(first);
  press('ArrowRight');
  expect(document.activeElement).toBe(second);
});

test('left and right change the level and stop at the ends', () => {
  renderWith(<Editor />);
  focus(radio('Calls', 'No access'));
  press('ArrowLeft');
  expect(radio('Calls', 'No access').checked).toBe(true);
  press('ArrowRight');
  expect(radio('Calls', 'Read').checked).toBe(true);
  expect(document.activeElement).toBe(radio('Calls', 'Read'));
  press('ArrowRight', 'ArrowRight');
  expect(radio('Calls', 'Write').checked).toBe(true);
});

test('up and down move between rows, over the borders of groups', () => {
  renderWith(<Editor />);
  focus(radio('Recordings', 'No access'));
  press('ArrowDown');
  expect(document.activeElement).toBe(radio('Agents', 'No access'));
  press('ArrowUp', 'ArrowUp');
  expect(document.activeElement).toBe(radio('Transcriptions', 'No access'));
  press('PageDown', 'PageDown');
  expect(document.activeElement).toBe(radio('Contacts', 'No access'));
  focus(radio('Calls', 'No access'));
  press('ArrowUp');
  expect(document.activeElement).toBe(radio('Calls', 'No access'));
});

test('"Calls Read, Contacts Write" from the filter takes five keys', () => {
  renderWith(<Editor />);
  focus(filterBox());
  press('ArrowDown', 'r', 'PageDown', 'PageDown', 'w');
  expect(radio('Calls', 'Read').checked).toBe(true);
  expect(radio('Contacts', 'Write').checked).toBe(true);
  expect(document.activeElement).toBe(radio('Contacts', 'Write'));
});

const ROW_KEYS = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'];
const labelOf = (element: Element | null) => {
  const row = element?.closest('[data-resource]');
  return document.getElementById(row?.getAttribute('aria-labelledby') ?? '')?.textContent ?? '';
};

test('from any row, any other is at most five keys away', () => {
  renderWith(<Editor />);
  const labels = RESOURCES.map(({ label }) => label);
  const steps = new Map(
    labels.map((label) => {
      const reached = ROW_KEYS.map((key) => {
        focus(radio(label, 'No access'));
        press(key);
        return labelOf(document.activeElement);
      });
      return [label, reached] as const;
    }),
  );
  for (const start of labels) {
    let reached = new Set([start]);
    for (let presses = 0; presses < 5; presses += 1) {
      reached = new Set([...reached, ...[...reached].flatMap((label) => steps.get(label) ?? [])]);
    }
    expect({ start, missed: labels.filter((label) => !reached.has(label)) }).toEqual({ start, missed: [] });
  }
});

test('a row has one tab stop: its radios share a name of their own', () => {
  renderWith(<Editor />);
  const names = [...document.querySelectorAll<HTMLInputElement>('input[type="radio"]')].map(
    ({ name }) => name,
  );
  expect(new Set(names).size).toBe(19);
});

test('the filter narrows, hides what would set hidden rows, and Escape clears it alone', () => {
  renderWith(<Editor />);
  const filter = filterBox();
  fireEvent.change(filter, { target: { value: 'phone' } });
  expect(rows().map((row) => row.getAttribute('data-resource'))).toEqual(['calls', 'phones']);
  expect(screen.queryByLabelText(/^Set all/)).toBeNull();
  expect(filter.getAttribute('data-mantine-stop-propagation')).toBe('true');
  focus(filter);
  press('Escape');
  expect(filter.value).toBe('');
  expect(rows()).toHaveLength(19);
  fireEvent.change(filter, { target: { value: 'zzz' } });
  expect(screen.getByText('No resource matches the filter.')).toBeTruthy();
});

test('Enter in the filter goes to the best match and is not sent on', () => {
  renderWith(<Editor />);
  const filter = filterBox();
  fireEvent.change(filter, { target: { value: 'webhook' } });
  expect(fireEvent.keyDown(filter, { key: 'Enter' })).toBe(false);
  expect(document.activeElement).toBe(radio('Webhooks', 'No access'));
  // Calls matches too, by its description; what begins so was meant.
  fireEvent.change(filter, { target: { value: 'ph' } });
  fireEvent.keyDown(filter, { key: 'Enter' });
  expect(document.activeElement).toBe(radio('Phones', 'No access'));
  press('/');
  expect(document.activeElement).toBe(filter);
});

test('what no level tells is shown as it is and can be dropped, one by one or all', () => {
  renderWith(<Editor carriedAtFirst={['calls.create', 'flows.run', 'logs.view']} />);
  const kept = screen.getByRole('region', { name: 'Kept as they are' });
  expect(within(kept).getAllByRole('listitem')).toHaveLength(3);
  expect(screen.getByText('and 3 kept as they are')).toBeTruthy();
  focus(screen.getByLabelText('Drop flows.run'));
  fireEvent.click(screen.getByLabelText('Drop flows.run'));
  expect(within(kept).queryByText('flows.run')).toBeNull();
  expect(document.activeElement).toBe(screen.getByLabelText('Drop logs.view'));
  fireEvent.click(screen.getByLabelText('Drop all of these permissions'));
  expect(screen.queryByRole('region', { name: 'Kept as they are' })).toBeNull();
  expect(document.activeElement).toBe(filterBox());
});

test('disabled, nothing can be set', () => {
  renderWith(<Editor disabled />);
  expect(document.querySelector('input[type="radio"]:not(:disabled)')).toBeNull();
  expect(setter('all resources', 'Read').disabled).toBe(true);
});
