import { expect, it } from 'vitest';
import { textMenuTemplate } from './text-menu.ts';

const ALL = {
  canUndo: true,
  canRedo: true,
  canCut: true,
  canCopy: true,
  canPaste: true,
  canSelectAll: true,
};
const roles = (items: ReturnType<typeof textMenuTemplate>) => items.flatMap(({ role }) => role ?? []);

it('offers all of editing in a field', () => {
  const items = textMenuTemplate({ isEditable: true, selectionText: '', editFlags: ALL });
  expect(roles(items)).toEqual(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll']);
});

it('lets nothing be taken out of a field where Chromium does not', () => {
  const editFlags = { ...ALL, canCopy: false, canCut: false };
  const items = textMenuTemplate({ isEditable: true, selectionText: '', editFlags });
  expect(roles(items.filter(({ enabled }) => enabled === false))).toEqual(['cut', 'copy']);
});

it('offers to copy a selected text, and nothing where there is none', () => {
  expect(roles(textMenuTemplate({ isEditable: false, selectionText: 'id', editFlags: ALL }))).toEqual([
    'copy',
  ]);
  expect(textMenuTemplate({ isEditable: false, selectionText: ' ', editFlags: ALL })).toEqual([]);
});
