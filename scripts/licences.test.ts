import { expect, it } from 'vitest';
import { licences } from './licences.mjs';
import { shippedPackages } from './shipped-packages.mjs';

it('lists Keydesk, Electron and every package that is shipped, each with its licence', async () => {
  const listed = await licences();
  const shipped = await shippedPackages();
  expect(shipped.length).toBeGreaterThan(20);
  expect(listed.map(({ name }) => name)).toEqual(['Keydesk', 'Electron', ...shipped.map(({ name }) => name)]);
  expect(listed.filter(({ text, license }) => text.trim() === '' || license === '?')).toEqual([]);
});
