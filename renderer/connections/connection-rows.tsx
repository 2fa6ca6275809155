import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { KnownConnection } from '../../shared/connections.ts';
import { t } from '../../shared/language/words.ts';
import prompt from '../dialogs/prompt.module.css';
import { oneLine, shownName } from '../format.ts';
import { useConnectionDesk } from './connection-desk.ts';
import styles from './connections.module.css';
import { ColourDot, EnvironmentBadge } from './environment-badge.tsx';
import { standingText } from './standing-text.ts';

export type RowActions = {
  readonly onEdit: (connection: KnownConnection) => void;
  readonly onToken: (connection: KnownConnection) => void;
  readonly onSignOut: (connection: KnownConnection) => void;
  readonly onRemove: (connection: KnownConnection) => void;
};

/** Every connection, with all that can be changed of it. */
export function ConnectionRows(actions: RowActions) {
  const { connections, add } = useConnectionDesk();
  return (
    <div className={prompt.form}>
      {connections.length === 0 ? (
        <p className={prompt.lead}>{t('connections.none')}</p>
      ) : (
        <ul className={styles.rows} aria-label={t('connections.connections')}>
          {connections.map((one) => (
            <ConnectionRow key={one.id} connection={one} {...actions} />
          ))}
        </ul>
      )}
      <div>
        <Button variant="default" leftSection={<IconPlus size={15} aria-hidden="true" />} onClick={add}>
          {t('connections.addMore')}
        </Button>
      </div>
    </div>
  );
}

type ConnectionRowProps = RowActions & { readonly connection: KnownConnection };

function ConnectionRow({ connection, onEdit, onToken, onSignOut, onRemove }: ConnectionRowProps) {
  const { address, settings, standing } = connection;
  const name = shownName(connection.name);
  const action = (label: string, run: (connection: KnownConnection) => void) => (
    <Button
      size="xs"
      variant="subtle"
      color="gray"
      aria-label={t('connections.actionFor', { action: label, name })}
      onClick={() => run(connection)}
    >
      {label}
    </Button>
  );
  return (
    <li className={styles.row}>
      <ColourDot colour={settings.colour} />
      <div className={styles.rowText}>
        <span className={styles.itemText}>
          <bdi className={styles.itemName} title={name}>
            {name}
          </bdi>
          <EnvironmentBadge look={settings} />
          <span className={styles.standing}>{standingText(standing)}</span>
        </span>
        <bdi className={styles.address} title={oneLine(address)} data-selectable>
          {oneLine(address)}
        </bdi>
      </div>
      <div className={styles.rowActions}>
        {action(t('connections.editMore'), onEdit)}
        {action(t('connections.tokenMore'), onToken)}
        {standing === 'signed-out' ? null : action(t('common.signOut'), onSignOut)}
        {action(t('connections.removeMore'), onRemove)}
      </div>
    </li>
  );
}
