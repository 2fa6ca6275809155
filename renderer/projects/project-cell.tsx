import type { KnownConnection } from '../../shared/connections.ts';
import { environmentWord } from '../../shared/connections.ts';
import { ColourDot, EnvironmentBadge } from '../connections/environment-badge.tsx';
import { oneLine, shownName } from '../format.ts';
import styles from './projects.module.css';

/** Whose a key is: the colour, the name and the environment of its connection. */
export function ProjectCell({ connection }: { readonly connection: KnownConnection }) {
  const { name, settings } = connection;
  const title = [shownName(name), oneLine(environmentWord(settings))]
    .filter((word) => word !== '')
    .join(' · ');
  return (
    <span className={styles.project} title={title}>
      <ColourDot colour={settings.colour} />
      <bdi className={styles.projectName}>{shownName(name)}</bdi>
      <EnvironmentBadge look={settings} />
    </span>
  );
}
