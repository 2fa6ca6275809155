import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { readPermissions } from '../../shared/permissions.ts';
import { renderWith } from '../test/render-with.tsx';
import { PermissionSummary } from './permission-summary.tsx';

function show(permissions: readonly string[]): void {
  renderWith(<PermissionSummary access={readPermissions(permissions)} />);
}

test('shows levels in their groups, and what is denied in one line', () => {
  show(['calls.view', 'contacts.view', 'contacts.delete']);
  const communication = screen.getByRole('region', { name: 'Communication' });
  expect(within(communication).getByText('Calls').parentElement?.textContent).toBe('CallsRead');
  expect(communication.textContent).toContain('No access to Messages, Transcriptions and Recordings');
  expect(screen.getByRole('region', { name: 'Contacts and data' }).textContent).toContain('ContactsWrite');
  expect(screen.getByRole('region', { name: 'Administration' }).textContent).toBe('AdministrationNo access');
});

test('shows custom verbs and other families by their wire names', () => {
  show(['tools.create', 'tools.delete', 'flows.run', '__proto__.view']);
  expect(screen.getByText('Tools').parentElement?.textContent).toBe('ToolsCustom: create, delete');
  const other = screen.getByRole('region', { name: 'Other' });
  expect(
    within(other)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['flows.run', '__proto__.view']);
});

test('a flood of foreign strings is cut, and says so', () => {
  show(Array.from({ length: 5000 }, (_, index) => `x${index}.${'y'.repeat(1000)}`));
  expect(screen.getAllByRole('listitem')).toHaveLength(100);
  expect(screen.getByText('and 4,900 more')).toBeTruthy();
});
