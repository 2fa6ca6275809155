import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { showPage } from './page.ts';
import {
  access,
  type BenchRow,
  comparison,
  created,
  fold,
  maskedKey,
  nextOrder,
  shortId,
  USUAL,
} from './rows.ts';

const COLUMNS = ['name', 'id', 'key', 'created', 'permissions'] as const;

function Table({ rows }: { readonly rows: readonly BenchRow[] }) {
  const [query, setQuery] = useState('');
  const [order, setOrder] = useState(USUAL);
  const scroller = useRef<HTMLDivElement>(null);
  const sorted = useMemo(() => (order === USUAL ? rows : rows.toSorted(comparison(order))), [rows, order]);
  const shown = useMemo(() => {
    const wanted = fold(query.trim());
    return wanted === '' ? sorted : sorted.filter(({ folded }) => folded.includes(wanted));
  }, [sorted, query]);
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 38,
    overscan: 8,
  });
  return (
    <>
      <input id="search" type="search" value={query} onChange={(event) => setQuery(event.target.value)} />
      <div className="head">
        {COLUMNS.map((column) => (
          <button
            key={column}
            type="button"
            className={`sort-${column}`}
            onClick={() => column !== 'id' && column !== 'key' && setOrder(nextOrder(order, column))}
          >
            {column}
          </button>
        ))}
      </div>
      <div ref={scroller} className="scroller">
        <div className="body" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = shown[index];
            return row ? (
              <div key={row.id} className="row" style={{ transform: `translateY(${start}px)` }}>
                <span className="name">{row.name}</span>
                <span>{shortId(row)}</span>
                <span>{maskedKey(row)}</span>
                <span>{created(row)}</span>
                <span>{access(row)}</span>
                <button type="button" aria-label={`Actions for ${row.name}`}>
                  …
                </button>
              </div>
            ) : null;
          })}
        </div>
      </div>
    </>
  );
}

void showPage((host, rows) => {
  const root = createRoot(host);
  root.render(<Table rows={rows} />);
  return () => root.unmount();
});
