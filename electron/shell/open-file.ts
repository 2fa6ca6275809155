import { dialog } from 'electron';
import { readPlain } from '../session/safe-file.ts';
import { mainWindow } from './main-window.ts';
import type { FileToSave } from './save-file.ts';

/**
 * Asks which file in the system's own dialog, and reads it.
 * @returns its text; null where the person cancelled. @throws where it cannot be read or is far too large.
 */
export async function openFile({ name, ending }: FileToSave['type']): Promise<string | null> {
  const window = mainWindow();
  if (!window) return null;
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: [{ name, extensions: [ending] }],
  });
  const file = filePaths[0];
  return canceled || file === undefined ? null : (await readPlain(file)).toString('utf8');
}
