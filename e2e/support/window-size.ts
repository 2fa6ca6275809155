import type { Keydesk } from './launch.ts';

type Size = { readonly width: number; readonly height: number };

/** The page has the size when this is done: the system takes its time. */
export async function resize({ app, page }: Keydesk, size: Size): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
}
