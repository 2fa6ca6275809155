import type { ComponentType } from 'react';
import type { ViewId } from '../../shared/views.ts';
import { lazyView } from './lazy-view.tsx';
import type { ViewProps } from './view-props.ts';

type View = {
  /** The part of the page that shows it, loaded when it is first needed. */
  readonly Content: ComponentType<ViewProps>;
  /** It shows keys: the search is there, and where the list is empty or could not be loaded, that is told instead. */
  readonly ofKeys: boolean;
};

/** Every view but the main one, which is part of the page from the start. */
export const OTHER_VIEWS: Readonly<Record<Exclude<ViewId, 'keys'>, View>> = {
  changes: view(false, () => import('../changes/changes-view.tsx').then((part) => part.ChangesView)),
  activity: view(false, () => import('../activity/activity-view.tsx').then((part) => part.ActivityView)),
  'by-permission': view(true, () => import('../matrix/matrix-view.tsx').then((part) => part.MatrixView)),
  review: view(true, () => import('../review/review-view.tsx').then((part) => part.ReviewView)),
};

function view(ofKeys: boolean, load: () => Promise<ComponentType<ViewProps>>): View {
  return { ofKeys, Content: lazyView(load) };
}

export function isOfKeys(id: ViewId): boolean {
  return id === 'keys' || OTHER_VIEWS[id].ofKeys;
}
