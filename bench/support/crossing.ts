import type {} from '../../e2e/support/window.ts';
import type { Open } from './window.ts';

/** How long the list takes from main to the page, and the longest time that either side could not answer. */
export type Crossing = { readonly time: number; readonly pageBlocked: number; readonly mainBlocked: number };

/** Watches main while the page gets the list. */
async function watched(
  { app }: Open,
  work: () => Promise<{ readonly time: number; readonly blocked: number }>,
): Promise<Crossing> {
  await app.evaluate(() => {
    let last = performance.now();
    const state = { worst: 0, timer: setInterval(() => look(), 1) };
    function look(): void {
      const now = performance.now();
      state.worst = Math.max(state.worst, now - last);
      last = now;
    }
    Object.assign(globalThis, { benchWatch: state });
  });
  const { time, blocked } = await work();
  const mainBlocked = await app.evaluate(() => {
    const { benchWatch } = globalThis as unknown as { benchWatch: { worst: number; timer: NodeJS.Timeout } };
    clearInterval(benchWatch.timer);
    return benchWatch.worst;
  });
  return { time, pageBlocked: blocked, mainBlocked };
}

/** Keydesk hands its list on once more, as it does at a start. */
export function crossingOfKeydesk(open: Open): Promise<Crossing> {
  return watched(open, () =>
    open.page.evaluate(
      () =>
        new Promise<{ time: number; blocked: number }>((resolve) => {
          const loadId = Date.now() * 2;
          const begun = performance.now();
          let [last, blocked] = [begun, 0];
          const timer = setInterval(() => {
            const now = performance.now();
            blocked = Math.max(blocked, now - last);
            last = now;
          }, 1);
          const stop = window.keydesk.on('copyLoaded', (copy) => {
            if (copy.loadId !== loadId || !copy.isLast) return;
            clearInterval(timer);
            stop();
            void window.keydesk.cancel({ call: 'loadKeys' });
            resolve({ time: performance.now() - begun, blocked });
          });
          void window.keydesk.loadKeys({ loadId, wantsCopy: true });
        }),
    ),
  );
}

type Arrival = { arrived?: Promise<{ time: number; blocked: number }> };

/** The same rows in pieces over a port. */
export async function crossingOfPort(open: Open): Promise<Crossing> {
  await open.app.evaluate(() => (globalThis as unknown as { readRows(): Promise<void> }).readRows());
  return watched(open, async () => {
    // The page listens before anything is sent to it: what comes earlier is lost.
    await open.page.evaluate(() => {
      (window as Arrival).arrived = new Promise((resolve) => {
        const onPort = ({ ports: [port] }: MessageEvent): void => {
          if (!port) return;
          window.removeEventListener('message', onPort);
          const begun = performance.now();
          let [last, blocked] = [begun, 0];
          const timer = setInterval(() => {
            const now = performance.now();
            blocked = Math.max(blocked, now - last);
            last = now;
          }, 1);
          port.onmessage = ({ data }) => {
            if (data !== null) return;
            clearInterval(timer);
            resolve({ time: performance.now() - begun, blocked });
          };
        };
        window.addEventListener('message', onPort);
      });
    });
    await open.app.evaluate(() => (globalThis as unknown as { sendRows(): Promise<void> }).sendRows());
    const found = await open.page.evaluate(() => (window as Arrival).arrived);
    if (!found) throw new Error('Nothing arrived');
    return found;
  });
}
