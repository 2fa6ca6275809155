/*
 * What looks at a page from inside. It is handed to the page as text, so it stands alone: nothing from outside of the
 * function is known in there.
 */

export type ProbeTargets = { readonly scroller: string; readonly row: string; readonly name: string };

export type Probe = {
  /** Counts from the next event of this kind until these rows are painted, in milliseconds; an empty name may be any. */
  readonly arm: (event: 'keydown' | 'click', names: readonly string[]) => void;
  /** The same, until an element is painted that the selector finds. */
  readonly armFor: (event: 'click', selector: string) => void;
  readonly painted: () => Promise<number>;
  /** The names of the rows in view, from the top. */
  readonly names: () => readonly string[];
  readonly startFrames: () => void;
  /** The time between frames since, and how many of them were painted with rows missing. */
  readonly stopFrames: () => { readonly frames: readonly number[]; readonly blank: number };
  /** The longest tasks since the last time this was asked, in milliseconds. */
  readonly longTasks: () => readonly number[];
};

declare global {
  interface Window {
    probe: Probe;
  }
}

export function installProbe({ scroller, row, name }: ProbeTargets): void {
  const tasks: number[] = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe(
    {
      entryTypes: ['longtask'],
    },
  );

  const view = () => {
    const element = document.querySelector(scroller);
    if (!element) return null;
    const { top, bottom, left, width } = element.getBoundingClientRect();
    const head = element.querySelector('thead, .ag-header')?.getBoundingClientRect().bottom ?? top;
    return { top: Math.max(top, head), bottom, middle: left + width / 2 };
  };

  const names = (): readonly string[] => {
    const area = view();
    if (!area) return [];
    return [...document.querySelectorAll(row)]
      .map((each) => ({
        top: each.getBoundingClientRect().top,
        name: each.querySelector(name)?.textContent ?? '',
      }))
      .filter(({ top }) => top >= area.top - 2 && top < area.bottom)
      .sort((a, b) => a.top - b.top)
      .map((each) => each.name);
  };

  let result: Promise<number> = Promise.resolve(Number.NaN);
  const armWith = (event: string, isThere: () => boolean): void => {
    result = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`Not painted: ${event}; there is ${names().join(', ')}`)), 15_000);
      const begin = ({ timeStamp }: Event): void => {
        let isOver = false;
        const look = (): void => {
          if (isOver || !isThere()) return;
          isOver = true;
          observer.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - timeStamp)));
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
        const everyFrame = (): void => {
          look();
          if (!isOver) requestAnimationFrame(everyFrame);
        };
        requestAnimationFrame(everyFrame);
      };
      window.addEventListener(event, begin, { capture: true, once: true });
    });
    result.catch(() => undefined);
  };

  const isBlank = (): boolean => {
    const area = view();
    if (!area) return true;
    const heights = [area.top + 20, (area.top + area.bottom) / 2, area.bottom - 30];
    return heights.some((y) => !document.elementFromPoint(area.middle, y)?.closest(row));
  };

  let frames: number[] = [];
  let blank = 0;
  let running = false;
  const channel = new MessageChannel();
  // After the frame: what is in the document now is what was painted.
  channel.port1.onmessage = () => {
    if (running && isBlank()) blank += 1;
  };

  window.probe = {
    arm: (event, wanted) =>
      armWith(event, () => {
        const there = names();
        return wanted.length === 0
          ? there.length > 0
          : wanted.every((each, index) => each === '' || there[index] === each);
      }),
    armFor: (event, selector) => armWith(event, () => document.querySelector(selector) !== null),
    painted: () => result,
    names,
    startFrames() {
      frames = [];
      blank = 0;
      running = true;
      let last = performance.now();
      const frame = (now: number): void => {
        if (!running) return;
        frames.push(now - last);
        last = now;
        channel.port2.postMessage(null);
        requestAnimationFrame(frame);
      };
      requestAnimationFrame((now) => {
        last = now;
        requestAnimationFrame(frame);
      });
    },
    stopFrames() {
      running = false;
      return { frames, blank };
    },
    longTasks: () => tasks.splice(0),
  };
}
