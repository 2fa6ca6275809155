import type { ElectronApplication } from '@playwright/test';

/** Chooses an item of the native menu by its label, in whichever menu it is. */
export async function runMenuItem(app: ElectronApplication, label: string): Promise<void> {
  await app.evaluate(({ Menu, BrowserWindow }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    const item = items.find((each) => each.label === wanted);
    if (!item) throw new Error(`There is no item "${wanted}"`);
    const [window] = BrowserWindow.getAllWindows();
    item.click(undefined, window, window?.webContents);
  }, label);
}
