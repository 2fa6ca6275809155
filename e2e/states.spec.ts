import { expect, test } from '@playwright/test';
import { outOfReach } from './states/reach.ts';
import { type Stage, setZoom } from './states/stage.ts';
import type { State } from './states/state.ts';
import { START_NAMES, walkStates } from './states/walk.ts';
import { findings, setTheme } from './support/axe.ts';

/* WCAG 2.2 AA over every view and state: one program for all that begin alike, so that nothing is forgotten. */

const THEMES = ['light', 'dark'] as const;

/** Light and dark, as axe sees it. */
async function looked({ view, name }: State, { keydesk, page }: Stage): Promise<number> {
  for (const theme of THEMES) {
    await setTheme(keydesk, theme);
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    const contrastOnly = theme === 'dark';
    expect.soft(await findings(page, { contrastOnly }), `${view}, ${name}, ${theme}`).toEqual([]);
  }
  return THEMES.length;
}

/** As it is, and at 200 % in a window of 900 × 600: all of it can be pressed and read. */
async function reached({ view, name }: State, { keydesk, page }: Stage): Promise<void> {
  for (const zoom of [1, 2]) {
    await setZoom(keydesk, zoom);
    expect.soft(await outOfReach(page), `${view}, ${name}, zoom ${zoom}`).toEqual([]);
  }
  await setZoom(keydesk, 1);
}

for (const start of START_NAMES) {
  test(`${start}: axe finds nothing, all can be reached at 200 %, the focus comes back`, async () => {
    test.setTimeout(600_000);
    let runs = 0;
    const failures = await walkStates(start, {
      look: async (state, stage) => {
        runs += await looked(state, stage);
        await reached(state, stage);
      },
      left: async ({ view, name, from }, { page }) => {
        if (from) await expect.soft(from.element(page), `${view}, ${name}: focus`).toBeFocused();
      },
    });
    expect(failures).toEqual([]);
    console.log(`${start}: axe looked ${runs} times and found ${test.info().errors.length}`);
  });
}
