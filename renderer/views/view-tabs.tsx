import { Tabs } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { t } from '../../shared/language/words.ts';
import { nextView, VIEW_IDS, type ViewId, viewLabel, viewOf } from '../../shared/views.ts';
import { useCommands } from '../shortcuts.ts';
import { useScrollPlaces } from './use-scroll-places.ts';
import styles from './view-tabs.module.css';

type ViewTabsProps = {
  readonly view: ViewId;
  readonly onView: (view: ViewId) => void;
  /** Those that there are here; all unless said otherwise. */
  readonly views?: readonly ViewId[];
  /** The view that is shown. */
  readonly children: ReactNode;
};

/** The tabs of the window and the view of the chosen one. Arrow keys move between the tabs. */
export function ViewTabs({ view, onView, views = VIEW_IDS, children }: ViewTabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const scrollPlaces = useScrollPlaces(view);
  useCommands((command) => {
    const wanted = command === 'next-view' ? nextView(view, views) : viewOf(command);
    if (wanted === null || !views.includes(wanted)) return;
    // What had the focus may go away with its view.
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[views.indexOf(wanted)]?.focus();
    onView(wanted);
  });
  return (
    <Tabs
      value={view}
      onChange={(wanted) => onView(views.find((id) => id === wanted) ?? 'keys')}
      classNames={{ root: styles.root, list: styles.list, tab: styles.tab, panel: styles.panel }}
    >
      <Tabs.List ref={list} aria-label={t('views.views')}>
        {views.map((id) => (
          <Tabs.Tab key={id} value={id}>
            {viewLabel(id)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={view} {...scrollPlaces}>
        {children}
      </Tabs.Panel>
    </Tabs>
  );
}
