import { useEffect, useRef } from 'react';

function focusBack(before: Element): void {
  // Whatever has opened meanwhile keeps the focus.
  if (document.activeElement !== document.body) return;
  const isThere = before instanceof HTMLElement && before !== document.body && before.isConnected;
  const target = isThere ? before : document.querySelector<HTMLElement>('[data-connection-switcher]');
  target?.focus();
}

/**
 * When the last of several dialogs that follow one another is closed, the focus goes back to where it was before the
 * first, or to the switcher where that is gone.
 * @param opened whether one of them is open.
 * @returns keeps where the focus is, before the first one opens.
 */
export function useFocusBack(opened: boolean): () => void {
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (opened) return;
    // The page takes the focus again only once the dialog is gone.
    const timer = setTimeout(() => {
      if (before.current) focusBack(before.current);
      before.current = null;
    });
    return () => clearTimeout(timer);
  }, [opened]);
  return () => {
    before.current = document.activeElement;
  };
}
