import type { Locator, Page } from '@playwright/test';
import { settle } from '../support/settle.ts';
import type { Stage, StartName } from './stage.ts';

/** One state of one view, as somebody can meet it. */
export type State = {
  /** What is looked at: the gallery is sorted by it. */
  readonly view: string;
  readonly name: string;
  readonly start: StartName;
  /** What is opened from here by a key; when it is closed by Escape the focus is here again. */
  readonly from?: { readonly element: (page: Page) => Locator; readonly key: string };
  /** Goes to the state, and waits until it is there. */
  readonly show: (stage: Stage) => Promise<void>;
  /** Takes back what closing everything and an empty search do not. */
  readonly leave?: (stage: Stage) => Promise<void>;
};

/** The state of a start; the rest is what it is about. */
export const statesOf =
  (start: StartName, view: string) =>
  (name: string, show: State['show'], more: Pick<State, 'from' | 'leave'> = {}): State => ({
    view,
    name,
    start,
    show,
    ...more,
  });

/** Goes there: the element has the focus, and the key is pressed. */
export async function showState(stage: Stage, { from, show }: State): Promise<void> {
  if (from) await from.element(stage.page).press(from.key);
  await show(stage);
  await settle(stage.page);
}
