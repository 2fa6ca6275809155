/* One screen for each worker: programs on the same screen share its clipboard, and would clear each other's. */

const displays = process.env['KEYDESK_DISPLAYS']?.split(' ') ?? [];

/** As many tests run at the same time: on somebody's own screen, one. */
export const WORKERS = Math.max(displays.length, 1);

/** Leads what this worker starts to its own screen. */
export function takeDisplay(): void {
  const display = displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)];
  if (display) process.env['DISPLAY'] = display;
}
