import { showPage } from './page.ts';
import {
  access,
  type BenchRow,
  type Column,
  comparison,
  created,
  fold,
  maskedKey,
  nextOrder,
  type Order,
  shortId,
  USUAL,
} from './rows.ts';

/*
 * The floor: no framework. As many row elements as fit into the window are made once and filled anew; what is shown
 * are indices into the rows.
 */

const ROW_HEIGHT = 38;
const COLUMNS = ['name', 'id', 'key', 'created', 'permissions'] as const;
const TEXTS = [(row: BenchRow) => row.name, shortId, maskedKey, created, access];

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function rowElement() {
  const root = element('div', 'row');
  const cells = TEXTS.map((_, index) => element('span', COLUMNS[index] ?? ''));
  const actions = element('button', 'actions', '…');
  root.append(...cells, actions);
  return {
    root,
    show(row: BenchRow, index: number) {
      root.style.transform = `translateY(${index * ROW_HEIGHT}px)`;
      for (const [at, cell] of cells.entries()) cell.textContent = TEXTS[at]?.(row) ?? '';
      actions.setAttribute('aria-label', `Actions for ${row.name}`);
    },
  };
}

void showPage((host, rows) => {
  const search = Object.assign(document.createElement('input'), { id: 'search', type: 'search' });
  const head = element('div', 'head');
  const scroller = element('div', 'scroller');
  const body = element('div', 'body');
  scroller.append(body);
  host.replaceChildren(search, head, scroller);

  let order: Order = USUAL;
  let sorted = Int32Array.from(rows, (_, index) => index);
  let shown = sorted;
  const pool: ReturnType<typeof rowElement>[] = [];

  function draw(): void {
    const first = Math.max(0, Math.floor(scroller.scrollTop / ROW_HEIGHT) - 4);
    const count = Math.min(shown.length - first, Math.ceil(scroller.clientHeight / ROW_HEIGHT) + 8);
    while (pool.length < count) pool.push(rowElement());
    for (let at = 0; at < pool.length; at += 1) {
      const row = at < count ? rows[shown[first + at] ?? -1] : undefined;
      const line = pool[at];
      if (!row || !line) line?.root.remove();
      else {
        line.show(row, first + at);
        if (!line.root.isConnected) body.append(line.root);
      }
    }
  }

  function filter(): void {
    const wanted = fold(search.value.trim());
    shown = wanted === '' ? sorted : sorted.filter((index) => rows[index]?.folded.includes(wanted));
    body.style.height = `${shown.length * ROW_HEIGHT}px`;
    scroller.scrollTop = 0;
    draw();
  }

  function sort(column: Column): void {
    order = nextOrder(order, column);
    const compare = comparison(order);
    sorted = Int32Array.from(rows, (_, index) => index).sort((a, b) => {
      const [left, right] = [rows[a], rows[b]];
      return left && right ? compare(left, right) : 0;
    });
    filter();
  }

  for (const column of COLUMNS) {
    const button = element('button', `sort-${column}`, column);
    if (column !== 'id' && column !== 'key') button.addEventListener('click', () => sort(column));
    head.append(button);
  }
  search.addEventListener('input', filter);
  scroller.addEventListener('scroll', draw, { passive: true });
  filter();
  return () => host.replaceChildren();
});
