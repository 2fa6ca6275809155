import { Button } from '@mantine/core';
import { t } from '../../shared/language/words.ts';
import { useConnectionDesk } from '../connections/connection-desk.ts';
import { ColourDot } from '../connections/environment-badge.tsx';
import { shownName } from '../format.ts';
import styles from './projects.module.css';
import type { Told } from './told.ts';

/** What is not up to date of all that is shown, project by project. */
export function ToldList({ told }: { readonly told: readonly Told[] }) {
  const { enterToken } = useConnectionDesk();
  return (
    <section
      aria-label={t('projects.notUpToDate')}
      className={styles.told}
      data-empty={told.length === 0 || undefined}
    >
      <div role="status">
        <ul className={styles.toldList}>
          {told.map(({ connection, words, needsToken }) => (
            <li key={connection.id} className={styles.toldLine}>
              <ColourDot colour={connection.settings.colour} />
              <span className={styles.toldWords}>{words}</span>
              {needsToken ? (
                <Button
                  size="xs"
                  variant="subtle"
                  color="gray"
                  aria-label={t('projects.tokenFor', { name: shownName(connection.name) })}
                  onClick={() => enterToken(connection)}
                >
                  {t('connections.tokenMore')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
