import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** Tells the test what is about to be asked of main; what is asked is only asked once the test knows. */
    readonly tellTest: (what: 'create' | 'store', name: string) => Promise<void>;
  }
}

/** What the page has asked of main, as it told before. */
export type Asked = { readonly created: readonly string[]; readonly stored: readonly string[] };

/**
 * Has the program load and save its list, and create keys, one after another without a pause, until it is killed.
 * @param round tells the names of one round from those of another.
 */
export async function workUntilKilled(page: Page, round: number): Promise<Asked> {
  const asked = { created: [] as string[], stored: [] as string[] };
  await page.exposeFunction('tellTest', (what: 'create' | 'store', name: string) => {
    asked[what === 'create' ? 'created' : 'stored'].push(name);
  });
  const work = page.evaluate((number) => {
    const { keydesk } = window;
    let loadId = Date.now();
    const load = () => {
      loadId += 1;
      return keydesk.loadKeys({ loadId, wantsCopy: false });
    };
    keydesk.on('keysEnded', (end) => {
      if (end.loadId === loadId) void load();
    });
    const create = async (): Promise<void> => {
      for (let count = 1; ; count += 1) {
        const name = `Crash_${number}_${count}_Staging`;
        await window.tellTest('create', name);
        await keydesk.createKey({ name, access: { kind: 'restricted', permissions: ['calls.view'] } });
        await window.tellTest('store', name);
        await keydesk.discardSecret();
      }
    };
    void load();
    return create();
  }, round);
  // The kill ends it.
  work.catch(() => undefined);
  return asked;
}

type CopyRow = { readonly id: string | null; readonly name: string | null };

/** The whole of the copy, as main hands it on while the server is silent. */
export function wholeCopy(page: Page): Promise<readonly CopyRow[]> {
  return page.evaluate(
    () =>
      new Promise<readonly CopyRow[]>((resolve) => {
        const loadId = Date.now();
        const rows: CopyRow[] = [];
        window.keydesk.on('copyLoaded', (copy) => {
          if (copy.loadId !== loadId) return;
          rows.push(...(JSON.parse(copy.rows) as CopyRow[]).map(({ id, name }) => ({ id, name })));
          if (copy.isLast) resolve(rows);
        });
        void window.keydesk.loadKeys({ loadId, wantsCopy: true });
      }),
  );
}
