import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { ApiKey } from '../../shared/api-key.ts';
import { toCsv } from './csv.ts';

const KEY: ApiKey = {
  kind: 'key',
  id: '0f0e2d7c-4a1b-4f7e-9d55-2f9f3f0a1b2c',
  name: 'CRM_Query',
  lastFour: 'wxyz',
  createdAt: Date.UTC(2026, 10, 24, 12),
  creatorId: 'u1',
  restricted: true,
  permissions: ['calls.view', 'contacts.view'],
};

/** What a spreadsheet reads of it. */
const cells = (csv: string) => Papa.parse<string[]>(csv.slice(1)).data;

describe('toCsv', () => {
  it('tells what the table tells, and the exact permissions', () => {
    expect(cells(toCsv([KEY]))).toEqual([
      ['Name', 'Key ID', 'Key', 'Creation date', 'Key permissions', 'Permissions', 'Creator ID', 'Remark'],
      [
        'CRM_Query',
        KEY.id,
        '••••wxyz',
        '2026-11-24T12:00:00.000Z',
        'Restricted',
        'calls.view contacts.view',
        'u1',
        '',
      ],
    ]);
  });

  it('marks a row that could not be read', () => {
    const row = {
      kind: 'unreadable',
      id: null,
      name: null,
      lastFour: null,
      createdAt: null,
      position: 0,
      problems: ['name', 'key id'],
    } as const;
    expect(cells(toCsv([row]))[1]).toEqual(['', '', '', '', '', '', '', 'Unreadable: name, key id']);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x")', '=cmd|"/c calc"!A1'])(
    'fault 26: %j is no formula',
    (name) => {
      const cell = cells(toCsv([{ ...KEY, name }]))[1]?.[0] ?? '';
      expect(cell).toBe(`'${name}`);
    },
  );

  it.each(['a,b', 'a"b', 'a\nb', ' a ', '✓ Équipe', '\u202Eevil'])('%j comes back as it is', (name) => {
    expect(cells(toCsv([{ ...KEY, name }]))[1]?.[0]).toBe(name);
  });
});
