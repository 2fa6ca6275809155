import { Button } from '@mantine/core';
import { t } from '../../shared/language/words.ts';
import { shownName } from '../format.ts';
import { useConnectionDesk } from './connection-desk.ts';
import styles from './connections.module.css';
import { ColourDot, EnvironmentBadge } from './environment-badge.tsx';
import { standingText } from './standing-text.ts';

/** The way to the other connections from a screen that has no bar. */
export function KnownConnections() {
  const { connections, openId, open, manage } = useConnectionDesk();
  const others = connections.filter(({ id }) => id !== openId);
  if (others.length === 0) return null;
  return (
    <section className={styles.known} aria-label={t('connections.your')}>
      <div className={styles.knownHead}>
        <h2 className={styles.knownTitle}>{t('connections.your')}</h2>
        <Button size="xs" variant="subtle" color="gray" onClick={manage}>
          {t('connections.manage')}
        </Button>
      </div>
      <ul className={styles.list}>
        {others.map((one) => (
          <li key={one.id}>
            <Button
              fullWidth
              variant="subtle"
              color="gray"
              justify="flex-start"
              leftSection={<ColourDot colour={one.settings.colour} />}
              onClick={() => open(one)}
            >
              <span className={styles.itemText}>
                <bdi className={styles.itemName} title={shownName(one.name)}>
                  {shownName(one.name)}
                </bdi>
                <EnvironmentBadge look={one.settings} />
                <span className={styles.standing}>{standingText(one.standing)}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
