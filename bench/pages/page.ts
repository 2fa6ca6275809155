import { type BenchRow, fetchRows } from './rows.ts';
import './page.css';

export type Mount = (host: HTMLElement, rows: readonly BenchRow[]) => () => void;

/** A page of one way: a button shows the table and takes it away. */
export async function showPage(mount: Mount): Promise<void> {
  const rows = await fetchRows();
  const toggle = document.createElement('button');
  toggle.id = 'toggle';
  toggle.textContent = 'Table';
  const host = document.createElement('div');
  host.id = 'host';
  document.body.append(toggle, host);
  let unmount: (() => void) | null = null;
  toggle.addEventListener('click', () => {
    if (unmount) unmount();
    unmount = unmount ? null : mount(host, rows);
  });
  document.body.dataset['ready'] = 'true';
}
