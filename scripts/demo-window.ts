import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Keydesk, launchKeydesk } from '../e2e/support/launch.ts';
import { settle } from '../e2e/support/settle.ts';
import { resize } from '../e2e/support/window-size.ts';

const WINDOW = { width: 1280, height: 800 };
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Opens the demo project on a profile of its own, hands it over, and leaves nothing behind. */
export async function withDemo(use: (keydesk: Keydesk) => Promise<void>): Promise<void> {
  const profile = await mkdtemp(path.join(tmpdir(), 'keydesk-demo-'));
  try {
    const keydesk = await launchKeydesk({ profile, args: ['--open-demo'] });
    try {
      keydesk.page.setDefaultTimeout(15_000);
      await resize(keydesk, WINDOW);
      await setTheme(keydesk, 'light');
      await keydesk.page.getByRole('table').waitFor();
      // Off the rows: the one under the pointer looks different.
      await keydesk.page.mouse.move(0, 0);
      await use(keydesk);
    } catch (error) {
      process.stderr.write(keydesk.output());
      throw error;
    } finally {
      await keydesk.close();
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

export async function setTheme({ app, page }: Keydesk, theme: Theme): Promise<void> {
  await app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source;
  }, theme);
  await page.waitForFunction(
    (dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark,
    theme === 'dark',
  );
}

export async function takePicture({ page }: Keydesk, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await settle(page);
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
}
