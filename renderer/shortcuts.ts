import { useEffect, useEffectEvent } from 'react';
import type { MenuCommand } from '../shared/contract.ts';
import { viewAt, viewCommand } from '../shared/views.ts';
import { useBridge } from './bridge.ts';

/** Whether a dialog is open: what lies behind it takes no commands. */
export function isDialogOpen(): boolean {
  return document.querySelector('[aria-modal="true"]') !== null;
}

/** A shortcut as this system writes it: "⌘L", "Ctrl+L". */
export function commandKey(key: string): string {
  return navigator.platform.startsWith('Mac') ? `⌘${key}` : `Ctrl+${key}`;
}

/** The command of a key press, as the native menu names it. */
function commandOf(event: KeyboardEvent): MenuCommand | null {
  if (event.key === 'F5') return 'refresh';
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return null;
  const view = viewAt(event.key);
  if (view) return viewCommand(view);
  switch (event.key.toLowerCase()) {
    case 'f':
      return 'search';
    case 'n':
      return 'create-key';
    case 'r':
      return 'refresh';
    case 'l':
      return 'lock';
    default:
      return null;
  }
}

/** Hands on the commands of the native menu, and those of the keyboard; while a dialog is open, `lock` alone. */
export function useCommands(onCommand: (command: MenuCommand) => void): void {
  const bridge = useBridge();
  const run = useEffectEvent((command: MenuCommand) => {
    if (command === 'lock' || !isDialogOpen()) onCommand(command);
  });
  useEffect(() => bridge.on('menuCommand', (command) => run(command)), [bridge]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commandOf(event);
      if (!command) return;
      event.preventDefault();
      if (!event.repeat) run(command);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
