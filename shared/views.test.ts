import { expect, it } from 'vitest';
import { VIEW_IDS, viewAt, viewCommand, viewOf } from './views.ts';

it('has a command for each view, and takes no other one for it', () => {
  expect(VIEW_IDS.map((id) => viewOf(viewCommand(id)))).toEqual(VIEW_IDS);
  for (const other of ['refresh', 'view:', 'view:nothing', 'keys']) expect(viewOf(other)).toBeNull();
});

it('counts the views from 1', () => {
  expect(VIEW_IDS.map((_, index) => viewAt(String(index + 1)))).toEqual(VIEW_IDS);
  for (const key of ['0', '9', '', 'a', '10', '-1']) expect(viewAt(key)).toBeNull();
});
