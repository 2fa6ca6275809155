import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { useConnectionDesk } from '../connections/connection-desk.ts';
import { useCommands, useRunCommand } from '../shortcuts.ts';
import { Palette } from './palette.tsx';
import { commandsFor, type PaletteItem } from './palette-items.ts';
import { createPaletteKeys, PaletteKeysContext } from './palette-keys.ts';

/** The command palette around every screen. What was chosen is remembered as long as the window. */
export function GoTo({ children }: { readonly children: ReactNode }) {
  const [keys] = useState(createPaletteKeys);
  const { open, rows, onKey, beside } = useStore(keys);
  const { connections, openId, open: openConnection } = useConnectionDesk();
  const [opened, setOpened] = useState(false);
  const [recent, setRecent] = useState<readonly string[]>([]);
  const run = useRunCommand();
  useCommands((command) => {
    if (command === 'palette') setOpened(true);
  });
  const choose = (item: PaletteItem) => {
    setRecent((before) => [item.id, ...before.filter((other) => other !== item.id)]);
    if (item.kind === 'command') run(item.command);
    else if (item.kind === 'connection') openConnection(item.connection);
    else onKey(item.item);
  };
  return (
    <PaletteKeysContext value={keys}>
      {children}
      {opened ? (
        <Palette
          offer={{ commands: commandsFor(open), connections, rows }}
          openId={openId}
          beside={beside}
          recent={recent}
          onChoose={choose}
          onClose={() => setOpened(false)}
        />
      ) : null}
    </PaletteKeysContext>
  );
}
