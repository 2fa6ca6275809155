import type { Clipboard, ClipboardItem } from 'electron';
import type { SystemClipboard } from '../keys/clipboard-keeper.ts';

/** The clipboard of Electron 43 and earlier answers at once; from 44 on it answers promises. */
type AnyClipboard = {
  writeText(text: string): void | Promise<void>;
  readText(): string | Promise<string>;
  clear(): void;
  write(items: readonly ClipboardItem[]): void | Promise<void>;
};

export type ElectronClipboard = {
  readonly clipboard: Pick<Clipboard, 'writeText' | 'readText' | 'clear' | 'write'>;
  /** There from 44 on. */
  readonly ClipboardItem?: typeof ClipboardItem | undefined;
};

const asFormat = (name: string): string => `electron application/osclipboard;format="${name}"`;
const ZERO = new Uint8Array(4);

/** How each system is asked not to keep a text: Windows' clipboard history, macOS' nspasteboard.org, KDE's Klipper. */
const CONCEALED: Readonly<Record<string, Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>>> = {
  win32: {
    ExcludeClipboardContentFromMonitorProcessing: ZERO,
    CanIncludeInClipboardHistory: ZERO,
    CanUploadToCloudClipboard: ZERO,
  },
  darwin: { 'org.nspasteboard.ConcealedType': '' },
  linux: { 'x-kde-passwordManagerHint': 'secret' },
};

/**
 * The one file that holds the difference between the clipboards of the Electron versions.
 * @param isWayland there a program in the background reads an empty text, whatever lies on the clipboard.
 */
export function createSystemClipboard(
  electron: ElectronClipboard,
  platform: string,
  isWayland: boolean,
): SystemClipboard {
  const clipboard: AnyClipboard = electron.clipboard as unknown as AnyClipboard;
  const { ClipboardItem } = electron;
  return {
    writeText: async (text) => clipboard.writeText(text),
    async writeConcealed(text) {
      const marks = CONCEALED[platform];
      if (!ClipboardItem || !marks) {
        await clipboard.writeText(text);
        return false;
      }
      const formats = Object.entries(marks).map(([name, value]) => [asFormat(name), new Blob([value])]);
      await clipboard.write([new ClipboardItem({ 'text/plain': text, ...Object.fromEntries(formats) })]);
      return true;
    },
    async readText() {
      const text = await clipboard.readText();
      return text === '' && isWayland ? null : text;
    },
    clear: async () => clipboard.clear(),
  };
}
