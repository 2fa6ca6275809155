import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import { t } from '../../shared/language/words.ts';

export type TextMenuParts = Pick<ContextMenuParams, 'isEditable' | 'selectionText'> & {
  readonly editFlags: Pick<
    ContextMenuParams['editFlags'],
    'canUndo' | 'canRedo' | 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'
  >;
};

/**
 * The menu of a click with the right button on text: all of editing in a field, copying elsewhere. Chromium says what
 * is possible; out of a field with a secret it lets nothing be copied.
 * @returns no item where there is nothing to do. Rows have a menu of their own, and the page keeps their click.
 */
export function textMenuTemplate(parts: TextMenuParts): readonly MenuItemConstructorOptions[] {
  const { isEditable, selectionText, editFlags } = parts;
  const copy: MenuItemConstructorOptions = {
    role: 'copy',
    label: t('menu.copy'),
    enabled: editFlags.canCopy,
  };
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy];
  return [
    { role: 'undo', label: t('menu.undo'), enabled: editFlags.canUndo },
    { role: 'redo', label: t('menu.redo'), enabled: editFlags.canRedo },
    { type: 'separator' },
    { role: 'cut', label: t('menu.cut'), enabled: editFlags.canCut },
    copy,
    { role: 'paste', label: t('menu.paste'), enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: t('menu.selectAll'), enabled: editFlags.canSelectAll },
  ];
}
