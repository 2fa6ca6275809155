import { type ComponentType, lazy } from 'react';
import { t } from '../../shared/language/words.ts';
import styles from './lazy-view.module.css';
import type { ViewProps } from './view-props.ts';

/** An update that replaces the program while it runs takes away what it has not loaded yet. */
function MissingView() {
  return (
    <p role="alert" className={styles.missing}>
      {t('views.missing')}
    </p>
  );
}

/** A view that is loaded when it is first shown; where it is gone, that is said, and the others go on. */
export function lazyView(load: () => Promise<ComponentType<ViewProps>>): ComponentType<ViewProps> {
  return lazy(async () => ({ default: await load().catch(() => MissingView) }));
}
