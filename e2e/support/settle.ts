import type { Page } from '@playwright/test';

/** Waits for what still fades or slides in. What turns for as long as something lasts is not waited for. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
}
