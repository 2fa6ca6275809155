import { type UIEvent, useLayoutEffect, useRef } from 'react';
import type { ViewId } from '../../shared/views.ts';

type ScrollPlace = { readonly top: number; readonly left: number };

/** The table of a view: it scrolls, and counts its rows. */
const TABLE = '[aria-rowcount]';

/** Where the table of each view was scrolled to: whoever comes back to it finds it so, if its rows are there at once. */
export function useScrollPlaces(view: ViewId) {
  const panel = useRef<HTMLDivElement>(null);
  const places = useRef(new Map<ViewId, ScrollPlace>());

  useLayoutEffect(() => {
    const place = places.current.get(view);
    if (place) panel.current?.querySelector(TABLE)?.scrollTo(place);
  }, [view]);

  const onScrollCapture = ({ target }: UIEvent) => {
    if (!(target instanceof Element) || !target.matches(TABLE)) return;
    places.current.set(view, { top: target.scrollTop, left: target.scrollLeft });
  };
  return { ref: panel, onScrollCapture };
}
