import { lazy, Suspense, useEffect, useState } from 'react';
import type { ListedRow } from '../keys/listed-row.ts';
import { useCommands, useRunCommand } from '../shortcuts.ts';
import { commandsFor } from './palette-items.ts';

const load = () => import('./palette.tsx');
const Palette = lazy(async () => ({ default: (await load()).Palette }));

type GoToProps = {
  readonly rows: readonly ListedRow[];
  readonly isDemo: boolean;
  readonly onKey: (item: ListedRow) => void;
};

/** The command palette, loaded when the page has nothing else to do. What was chosen is remembered as long as the window. */
export function GoTo({ rows, isDemo, onKey }: GoToProps) {
  const [opened, setOpened] = useState(false);
  const [recent, setRecent] = useState<readonly string[]>([]);
  const run = useRunCommand();
  // Before it is asked for: whoever opens it types at once.
  useEffect(() => {
    const idle = requestIdleCallback(() => void load());
    return () => cancelIdleCallback(idle);
  }, []);
  useCommands((command) => {
    if (command === 'palette') setOpened(true);
  });
  const remember = (id: string) => setRecent((before) => [id, ...before.filter((other) => other !== id)]);
  if (!opened) return null;
  return (
    <Suspense fallback={null}>
      <Palette
        rows={rows}
        commands={commandsFor(isDemo)}
        recent={recent}
        onCommand={(command) => {
          remember(command);
          run(command);
        }}
        onKey={(item) => {
          remember(item.id);
          onKey(item);
        }}
        onClose={() => setOpened(false)}
      />
    </Suspense>
  );
}
