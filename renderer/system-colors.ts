import type { MantineColorSchemeManager } from '@mantine/core';

/**
 * Light or dark is the system's to say, and nothing of it is kept. Mantine's own manager asks the page's storage, which
 * holds the page up for five seconds where the profile is read-only (Electron 33.2.1).
 */
export const systemColors: MantineColorSchemeManager = {
  get: (ofTheSystem) => ofTheSystem,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
