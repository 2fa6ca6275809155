import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNear, nearNames } from './near-names.ts';

/** The names that have one nearly the same among them. */
const nearIn = (...names: readonly string[]) => {
  const near = nearNames(names);
  return names.filter((_, index) => near[index] !== -1);
};

describe('names that are nearly the same', () => {
  it.each([
    ['the same', 'Partner_Sync', 'Partner_Sync'],
    ['other signs, case and accents', 'Partner Sync', 'pärtner-sync'],
    ['what cannot be seen', 'Invoices', 'Invo\u200Bices'],
    ['a letter more', 'Booking_App', 'Bookings_App'],
    ['a letter less at the end', 'Reporting', 'Reportin'],
    ['another letter', 'Booking_App', 'Boohing_App'],
    ['wide letters', 'ＣＲＭ_Query', 'CRM_Query'],
  ])('%s', (_what, a, b) => {
    expect(nearIn(a, 'Something else', b)).toEqual([a, b]);
  });

  it.each([
    ['another number', 'Export_2', 'Export_3'],
    ['a number more', 'CRM_Query', 'CRM_Query (2)'],
    ['two letters', 'Gateway_EU', 'Gateway_US'],
    ['short names', 'CRM', 'CRT'],
    ['nothing of it to be read', '***', '???'],
  ])('not: %s', (_what, a, b) => {
    expect(nearIn(a, b)).toEqual([]);
  });

  it('finds one for each name that has one, as comparing all with all would', () => {
    const name = fc.stringMatching(/^[ab]{5,8}[12]?$/);
    fc.assert(
      fc.property(fc.array(name, { maxLength: 25 }), (names) => {
        const near = nearNames(names);
        for (const [index, each] of names.entries()) {
          const has = names.some((other, at) => at !== index && isNear(each, other));
          const found = near[index] ?? -1;
          expect(found !== -1).toBe(has);
          if (found !== -1) expect(isNear(each, names[found] ?? '')).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('compares few of the pairs, however many names there are and however alike', () => {
    const letter = (index: number) => String.fromCharCode(97 + (index % 26));
    const names = Array.from({ length: 20_000 }, (_, index) => `Service_${letter(index)}_Key_${index % 500}`);
    let compared = 0;
    const near = nearNames(names, (a, b) => {
      compared += 1;
      return isNear(a, b);
    });
    expect(near).not.toContain(-1);
    // All with all would be 200 million.
    expect(compared).toBeLessThan(names.length * 40);
  });
});
