import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { KnownConnection } from '../../shared/connections.ts';
import { t } from '../../shared/language/words.ts';
import prompt from '../dialogs/prompt.module.css';
import { oneLine, shownName } from '../format.ts';
import { useConnectionDesk } from './connection-desk.ts';
import type { OfConnection } from './connection-dialogs.tsx';
import styles from './connections.module.css';
import { ColourDot, EnvironmentBadge } from './environment-badge.tsx';
import { standingText } from './standing-text.ts';

type ConnectionRowsProps = {
  /** What was opened from here before: its button takes the focus. */
  readonly after: OfConnection | undefined;
  readonly onAction: (action: OfConnection) => void;
};

/** Every connection, with all that can be changed of it. */
export function ConnectionRows(props: ConnectionRowsProps) {
  const { connections, add } = useConnectionDesk();
  return (
    <div className={prompt.form}>
      {connections.length === 0 ? (
        <p className={prompt.lead}>{t('connections.none')}</p>
      ) : (
        <ul className={styles.rows} aria-label={t('connections.connections')}>
          {connections.map((one) => (
            <ConnectionRow key={one.id} connection={one} {...props} />
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

type ConnectionRowProps = ConnectionRowsProps & { readonly connection: KnownConnection };

function ConnectionRow({ connection, after, onAction }: ConnectionRowProps) {
  const { address, settings, standing } = connection;
  const name = shownName(connection.name);
  const isAfter = (kind: OfConnection['kind']) =>
    after?.kind === kind && after.connection.id === connection.id;
  const action = (label: string, kind: OfConnection['kind']) => (
    <Button
      size="xs"
      variant="subtle"
      color="gray"
      aria-label={t('connections.actionFor', { action: label, name })}
      data-autofocus={isAfter(kind) || undefined}
      onClick={() => onAction({ kind, connection })}
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
        {action(t('connections.editMore'), 'edit')}
        {action(t('connections.tokenMore'), 'token')}
        {standing === 'signed-out' ? null : action(t('common.signOut'), 'sign-out')}
        {action(t('connections.removeMore'), 'remove')}
      </div>
    </li>
  );
}
