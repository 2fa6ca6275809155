import type { RefObject } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';
import type { LocalFacts } from '../../shared/local-facts.ts';
import type { ViewId } from '../../shared/views.ts';
import type { KeysState } from '../keys/keys-state.ts';
import type { ListedRow } from '../keys/listed-row.ts';
import type { RowsHandle } from '../keys/rows-handle.ts';
import type { ReviewedProject } from '../review/reviewed-project.ts';

/** What every view is given. All of them show the one list of the window, and open the same things over it. */
export type ViewProps = {
  readonly state: KeysState;
  /** The rows that the search leaves, in the order of the table. */
  readonly rows: readonly ListedRow[];
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Who is signed in; null where nobody can be named. */
  readonly userId: string | null;
  /** What this computer knows of the keys beyond the key API. */
  readonly facts: LocalFacts;
  /** Where the keys are of several projects: each for itself. A rule compares no key with one of another project. */
  readonly projects?: readonly ReviewedProject[];
  readonly now: number;
  /** No row has come yet, and some will. */
  readonly waiting: boolean;
  /** The row whose menu is open. */
  readonly menuRow: string | null;
  readonly onOpen: (row: KeyRow) => void;
  readonly onDelete: (row: KeyRow) => void;
  readonly onMenu: (row: KeyRow, at: DOMRect) => void;
  readonly onView: (view: ViewId) => void;
  /** A view of rows says here how to bring the focus to one of them. */
  readonly handle: RefObject<RowsHandle | null>;
};
