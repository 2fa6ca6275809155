import { expect, it } from 'vitest';
import { arrangementOf, MOST_PLACES, placeFor, type WindowPlace, withPlace } from './window-place.ts';

const screenAt = (x: number, width = 1920, height = 1080) => ({
  bounds: { x, y: 0, width, height },
  workArea: { x, y: 24, width, height: height - 24 },
});
const LAPTOP = screenAt(0, 1440, 900);
const OFFICE = screenAt(1440, 2560, 1440);

const at = (displays: readonly ReturnType<typeof screenAt>[], x: number): WindowPlace => ({
  displays: arrangementOf(displays),
  bounds: { x, y: 100, width: 1000, height: 700 },
  state: 'normal',
  zoom: 0,
});

it('names displays alike, whatever their order', () => {
  expect(arrangementOf([LAPTOP, OFFICE])).toBe(arrangementOf([OFFICE, LAPTOP]));
  expect(arrangementOf([LAPTOP])).not.toBe(arrangementOf([LAPTOP, OFFICE]));
});

it('has a place for each arrangement, and gives the last one to a new one', () => {
  const alone = at([LAPTOP], 40);
  const both = at([LAPTOP, OFFICE], 1800);
  const places = withPlace(withPlace([], alone), both);
  expect(placeFor(places, [LAPTOP])).toEqual(alone);
  expect(placeFor(places, [OFFICE, LAPTOP])).toEqual(both);
  expect(placeFor(places, [LAPTOP, screenAt(1440)])).toEqual(both);
});

it('opens nowhere where nobody would see it', () => {
  const both = at([LAPTOP, OFFICE], 1800);
  expect(placeFor([both], [LAPTOP])).toBeNull();
  const above: WindowPlace = { ...both, bounds: { x: 0, y: -300, width: 800, height: 600 } };
  expect(placeFor([above], [LAPTOP])).toBeNull();
});

it('keeps a place once for each arrangement, and not without end', () => {
  const first = at([LAPTOP], 40);
  expect(withPlace([first], at([LAPTOP], 90))).toEqual([at([LAPTOP], 90)]);
  const many = Array.from({ length: 30 }, (_, index) => at([screenAt(0, 1000 + index)], index));
  expect(many.reduce(withPlace, [] as readonly WindowPlace[])).toHaveLength(MOST_PLACES);
});
