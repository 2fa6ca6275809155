import { Suspense } from 'react';
import type { ViewId } from '../../shared/views.ts';
import styles from './lazy-view.module.css';
import type { ViewProps } from './view-props.ts';
import { OTHER_VIEWS } from './views.ts';

type OtherViewProps = ViewProps & { readonly view: Exclude<ViewId, 'keys'> };

/** One of the views beside the table. It lies on this computer: there is nothing to show while it is fetched. */
export function OtherView({ view, ...props }: OtherViewProps) {
  const { Content } = OTHER_VIEWS[view];
  return (
    <Suspense fallback={<div className={styles.room} />}>
      <Content {...props} />
    </Suspense>
  );
}
