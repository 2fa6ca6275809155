import type { StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../shared/app-error.ts';
import type { RowList } from './visible-rows.ts';

export type LoadState =
  /**
   * `refreshing`: an older, whole list is shown meanwhile. `after`: what ended the try before; it stays in sight until
   * this one has brought something better.
   */
  | {
      readonly kind: 'loading';
      readonly loaded: number;
      readonly estimatedTotal: number | null;
      readonly refreshing: boolean;
      readonly after: AppError | null;
    }
  | { readonly kind: 'ready' }
  /** The server left open whether the list is whole; a whole one that was there before is still shown. */
  | { readonly kind: 'partial' }
  /** `retryAt`: when it is tried again by itself, in milliseconds since the epoch; null: it is not. */
  | { readonly kind: 'failed'; readonly error: AppError; readonly retryAt: number | null };

export type KeysState = {
  readonly list: RowList;
  readonly load: LoadState;
  /** When the shown list was loaded, perhaps in an earlier run; null where its first loading has not ended well. */
  readonly loadedAt: number | null;
  /** Whether the shown list is known to be the whole one. */
  readonly isWhole: boolean;
};

export type KeysStore = {
  readonly state: StoreApi<KeysState>;
  /** Loads and listens; answers the function that stops it. */
  readonly start: () => () => void;
  /** Loads again behind the list that is shown. */
  readonly refresh: () => void;
  /** Loads again, from the beginning: a walk that is under way may have passed what has just changed. */
  readonly readAgain: () => void;
  readonly refreshIfStale: () => void;
  /** The computer is on a network again: what failed for want of one is tried at once, if it was not just now. */
  readonly networkIsBack: () => void;
  readonly cancel: () => void;
  /** Takes a deleted key out of the list. */
  readonly removeKey: (id: string) => void;
  /** Takes several of them out at once. */
  readonly removeKeys: (ids: readonly string[]) => void;
  /** Forgets the list and loads another one. */
  readonly startOver: () => void;
};

/** Before anything is loaded. */
export const EMPTY: KeysState = {
  list: { generation: 0, rows: [] },
  load: { kind: 'loading', loaded: 0, estimatedTotal: null, refreshing: false, after: null },
  loadedAt: null,
  isWhole: false,
};

/** Another list takes the place of the one that is shown. */
export function replaceRows(state: StoreApi<KeysState>, rows: RowList['rows']): void {
  state.setState(({ list }) => ({ list: { generation: list.generation + 1, rows } }));
}
