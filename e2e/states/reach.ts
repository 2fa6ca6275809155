import type { Page } from '@playwright/test';

/**
 * What somebody cannot press or read in what lies on top, however they scroll: controls that are cut off or under
 * something else, and texts that are cut without the whole of them at hand.
 */
export function outOfReach(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const CONTROLS =
      'button, input, select, textarea, summary, a[href], [role="menuitem"], [role="option"], [role="tab"]';
    const OVER = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: false }) &&
      element.closest('[inert], [aria-hidden="true"]') === null;
    const top = [...document.querySelectorAll(OVER)].filter(isShown).at(-1) ?? document.body;
    const told = (element: Element): string =>
      `${element.tagName.toLowerCase()} "${element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 60)}"`;

    /** A choice is pressed by what is drawn for it. */
    const drawnFor = (element: Element): Element => {
      const isChoice = element instanceof HTMLInputElement && /radio|checkbox/.test(element.type);
      return (isChoice ? element.labels?.[0] : null) ?? element;
    };

    const scrolled = [...document.querySelectorAll('*')].filter(
      ({ scrollTop, scrollLeft }) => scrollTop || scrollLeft,
    );
    const places = scrolled.map((element) => [element, element.scrollTop, element.scrollLeft] as const);
    const cannotBePressed = (element: Element): boolean => {
      const drawn = drawnFor(element);
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const { left, top: above, width, height } = drawn.getBoundingClientRect();
      if (width === 0 || height === 0) return false;
      const hit = document.elementFromPoint(left + width / 2, above + height / 2);
      return !(
        hit &&
        (drawn.contains(hit) || element.contains(hit) || hit.closest('label')?.control === element)
      );
    };
    const controls = [...top.querySelectorAll(CONTROLS)].filter(
      (element) => isShown(element) && !element.matches(':disabled, [data-disabled]'),
    );
    const notPressed = controls
      .filter(cannotBePressed)
      .map((element) => `cannot be pressed: ${told(element)}`);

    const isCut = (element: Element): boolean => {
      const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(element);
      const isWide = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      const isHigh = webkitLineClamp !== 'none' && element.scrollHeight > element.clientHeight + 1;
      const scrolls = /auto|scroll/.test(`${overflowX} ${overflowY}`);
      return element.clientWidth > 1 && !scrolls && (isWide || isHigh);
    };
    const hasWhole = (element: Element): boolean =>
      element.closest('[title]') !== null || element.querySelector('[title]') !== null;
    const cut = [...top.querySelectorAll('*')]
      .filter((element) => !element.matches('input, textarea, select') && element.textContent?.trim())
      .filter((element) => isShown(element) && isCut(element) && !hasWhole(element))
      .map((element) => `cut: ${told(element)}`);

    for (const [element, scrollTop, scrollLeft] of places) element.scrollTo(scrollLeft, scrollTop);
    return [...notPressed, ...cut];
  });
}
