import type { KnownConnection } from '../../shared/connections.ts';
import { environmentWord } from '../../shared/connections.ts';
import { ColourDot, EnvironmentBadge } from '../connections/environment-badge.tsx';
import { oneLine, shownName } from '../format.ts';
import styles from './projects.module.css';

type ProjectCellProps = {
  readonly connection: KnownConnection;
  /** The environment is told on pointing at it alone. */
  readonly short?: boolean;
};

/** Whose a key is: the colour, the name and the environment of its connection. */
export function ProjectCell({ connection, short = false }: ProjectCellProps) {
  const { name, settings } = connection;
  const title = [shownName(name), oneLine(environmentWord(settings))]
    .filter((word) => word !== '')
    .join(' · ');
  return (
    <span className={styles.project} title={title}>
      <ColourDot colour={settings.colour} />
      <bdi className={styles.projectName}>{shownName(name)}</bdi>
      {short ? null : (
        <span className={styles.environment}>
          <EnvironmentBadge look={settings} />
        </span>
      )}
    </span>
  );
}
