import { dialog } from 'electron';
import { writeWhole } from '../session/safe-file.ts';
import { mainWindow } from './main-window.ts';

/** A file to be laid where the person says. */
export type FileToSave = {
  /** The name to begin with. */
  readonly name: string;
  /** What kind it is, in words, and the ending of its name. */
  readonly type: { readonly name: string; readonly ending: string };
  /** Asked for once the place is chosen; null where there is nothing to save any more. */
  readonly content: () => Promise<string | null>;
};

/**
 * Asks where in the system's own dialog, and writes the file whole or not at all.
 * @returns whether it was saved; false where the person cancelled. @throws the file system's error.
 */
export async function saveFile({ name, type, content }: FileToSave): Promise<boolean> {
  const window = mainWindow();
  if (!window) return false;
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: name,
    filters: [{ name: type.name, extensions: [type.ending] }],
  });
  if (canceled || filePath === '') return false;
  const text = await content();
  if (text === null) return false;
  await writeWhole(filePath, text);
  return true;
}
