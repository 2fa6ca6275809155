/* Where the window was, for each way in which displays have been connected. */

export type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type WindowPlace = {
  /** The displays that were there, as {@link arrangementOf} names them; empty where that was not kept. */
  readonly displays: string;
  /** Its place and size where it is neither maximised nor full screen. */
  readonly bounds: Rectangle;
  readonly state: 'normal' | 'maximized' | 'full-screen';
  /** How large the page is shown, in Chromium's steps; 0 is its actual size. A person needs another one on another display. */
  readonly zoom: number;
};

type Display = { readonly bounds: Rectangle; readonly workArea: Rectangle };

/** So many arrangements are kept: an office, a home, a meeting room or two. */
export const MOST_PLACES = 10;

/** So much of the window's upper edge has to be in sight for it to be taken hold of. */
const LEAST_VISIBLE = { width: 120, height: 40 } as const;

/** The connected displays as one text, the same whatever their order. */
export function arrangementOf(displays: readonly Display[]): string {
  return displays
    .map(({ bounds: { x, y, width, height } }) => `${width}x${height}@${x},${y}`)
    .sort()
    .join(' ');
}

function isVisible({ x, y, width }: Rectangle, displays: readonly Display[]): boolean {
  return displays.some(({ workArea: area }) => {
    const seen = Math.min(area.x + area.width, x + width) - Math.max(area.x, x);
    const isTopInside = y >= area.y && y < area.y + area.height - LEAST_VISIBLE.height;
    return isTopInside && seen >= LEAST_VISIBLE.width;
  });
}

/** The place for the displays that are there: theirs, else the last one, where it can be seen; else null. */
export function placeFor(places: readonly WindowPlace[], displays: readonly Display[]): WindowPlace | null {
  const now = arrangementOf(displays);
  const visible = places.filter(({ bounds }) => isVisible(bounds, displays));
  return visible.find((place) => place.displays === now) ?? visible[0] ?? null;
}

/** The places with this one as the newest. */
export function withPlace(places: readonly WindowPlace[], place: WindowPlace): readonly WindowPlace[] {
  return [place, ...places.filter(({ displays }) => displays !== place.displays)].slice(0, MOST_PLACES);
}
