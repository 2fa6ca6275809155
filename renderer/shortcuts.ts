import { createContext, use, useEffect, useEffectEvent } from 'react';
import { commandAt, commandInfo, type MenuCommand } from '../shared/commands.ts';
import { useBridge } from './bridge.ts';

/** Whether a dialog is open: what lies behind it takes no commands. */
export function isDialogOpen(): boolean {
  return document.querySelector('[aria-modal="true"]') !== null;
}

const isMac = () => navigator.platform.startsWith('Mac');

/** A shortcut as this system writes it: "⌘L", "Ctrl+L". */
export function commandKey(key: string): string {
  return isMac() ? `⌘${key}` : `Ctrl+${key}`;
}

/** The same with Ctrl on every system. */
function controlKey(key: string): string {
  return isMac() ? `⌃${key}` : `Ctrl+${key}`;
}

/** The shortcut of a command as this system writes it; null where it has none. */
export function keyOf(command: MenuCommand): string | null {
  const { shortcut } = commandInfo(command);
  if (!shortcut || shortcut.bare) return shortcut?.key ?? null;
  return shortcut.control ? controlKey(shortcut.key) : commandKey(shortcut.key);
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
}

/** The command of a key press, as the native menu names it. */
function commandOf(event: KeyboardEvent): MenuCommand | null {
  if (event.key === 'F5') return 'refresh';
  const hasModifier = event.ctrlKey || event.metaKey;
  // A key without a modifier is a letter where one types; Shift is how some keyboards come to it.
  if (event.altKey || (hasModifier ? event.shiftKey : isTextField(event.target))) return null;
  return commandAt(event.key, hasModifier);
}

type CommandBus = {
  readonly run: (command: MenuCommand) => void;
  readonly listen: (listener: (command: MenuCommand) => void) => () => void;
};

function createCommandBus(): CommandBus {
  const listeners = new Set<(command: MenuCommand) => void>();
  return {
    run: (command) => {
      for (const listener of listeners) listener(command);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const CommandBusContext = createContext(createCommandBus());

/** Runs a command as the native menu would, also from within a dialog. */
export function useRunCommand(): (command: MenuCommand) => void {
  return use(CommandBusContext).run;
}

/** What is not about the page behind a dialog. */
function isAlwaysHeard(command: MenuCommand): boolean {
  return command === 'lock' || command.startsWith('connection-');
}

/**
 * Hands on the commands of the native menu, of the palette and of the keyboard; those of menu and keyboard not while a
 * dialog is open, but for the lock and the switch to another connection.
 */
export function useCommands(onCommand: (command: MenuCommand) => void): void {
  const bridge = useBridge();
  const bus = use(CommandBusContext);
  const run = useEffectEvent(onCommand);
  const runInFront = useEffectEvent((command: MenuCommand) => {
    if (isAlwaysHeard(command) || !isDialogOpen()) onCommand(command);
  });
  useEffect(() => bridge.on('menuCommand', (command) => runInFront(command)), [bridge]);
  useEffect(() => bus.listen((command) => run(command)), [bus]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commandOf(event);
      if (!command) return;
      event.preventDefault();
      if (!event.repeat) runInFront(command);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
