import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { launchKeydesk } from '../../e2e/support/launch.ts';
import { installProbe } from './probe.ts';
import type { KeyApi } from './rows.ts';
import type { Way } from './ways.ts';

/** The window of one way, with its probe in the page. */
export type Open = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly close: () => Promise<void>;
};

export const SHELL = path.join(import.meta.dirname, '..', 'shell');
const NO_SANDBOX = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
export const ROOT_FLAGS: readonly string[] = NO_SANDBOX;

export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'keydesk-bench-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** The bench's own window on one of its pages. */
export async function openShell(page: string, rowsFile: string, profile: string): Promise<Open> {
  const app = await _electron.launch({
    args: [...NO_SANDBOX, SHELL, `--user-data-dir=${profile}`, `--page=${page}`, `--rows=${rowsFile}`],
    chromiumSandbox: NO_SANDBOX.length === 0,
    cwd: profile,
  });
  const window = await app.firstWindow();
  await window.waitForURL(/^bench:/);
  return { app, page: window, close: () => app.close() };
}

/** Keydesk, signed in, with the whole list in its table. */
export async function openKeydesk({ url, token }: KeyApi, keys: number, profile: string): Promise<Open> {
  const { app, page, close } = await launchKeydesk({ profile });
  await page.getByRole('textbox', { name: 'API address' }).fill(url);
  await page.getByRole('textbox', { name: 'Admin token' }).fill(token);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.locator(`table[aria-rowcount="${keys + 1}"][aria-busy="false"]`).waitFor({ timeout: 120_000 });
  return { app, page, close };
}

/** Where in the window of a way its table can be shown anew. */
export async function openWay(
  way: Way,
  parts: { readonly api: KeyApi; readonly keys: number; readonly rowsFile: string; readonly profile: string },
): Promise<Open> {
  const opened =
    way.page === null
      ? await openKeydesk(parts.api, parts.keys, parts.profile)
      : await openShell(way.page, parts.rowsFile, parts.profile);
  if (way.page !== null) await opened.page.locator('body[data-ready]').waitFor();
  await opened.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1180, 760),
  );
  const { scroller, row, name } = way;
  await opened.page.evaluate(installProbe, { scroller, row, name });
  return opened;
}
