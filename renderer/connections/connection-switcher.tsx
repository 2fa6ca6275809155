import { Button, Menu } from '@mantine/core';
import { IconAffiliate, IconChevronDown, IconPlayerPlay, IconPlus } from '@tabler/icons-react';
import type { KnownConnection } from '../../shared/connections.ts';
import { t } from '../../shared/language/words.ts';
import type { Connection } from '../../shared/session-state.ts';
import { shownName } from '../format.ts';
import { commandKey } from '../shortcuts.ts';
import { useConnectionDesk } from './connection-desk.ts';
import styles from './connections.module.css';
import { ColourDot, EnvironmentBadge } from './environment-badge.tsx';
import { standingText } from './standing-text.ts';

/** Which connection is open, and the way to the others. */
export function ConnectionSwitcher({ connection }: { readonly connection: Connection }) {
  const { connections, openId, open, openDemo, add, manage } = useConnectionDesk();
  const name = shownName(connection.name);
  return (
    <Menu position="bottom-start" width={320}>
      <Menu.Target>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          className={styles.switcher}
          title={name}
          aria-label={t('connections.project', { name })}
          data-connection-switcher
          leftSection={connection.kind === 'api' ? <ColourDot colour={connection.look.colour} /> : null}
          rightSection={<IconChevronDown size={13} aria-hidden="true" />}
        >
          <bdi>{name}</bdi>
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        <Menu.RadioGroup value={openId ?? ''}>
          {connections.map((one, index) => (
            <ConnectionItem key={one.id} connection={one} number={index + 1} onOpen={() => open(one)} />
          ))}
        </Menu.RadioGroup>
        {connections.length > 0 ? <Menu.Divider /> : null}
        <Menu.Item leftSection={<IconPlus size={15} aria-hidden="true" />} onClick={add}>
          {t('connections.addMore')}
        </Menu.Item>
        <Menu.Item leftSection={<IconAffiliate size={15} aria-hidden="true" />} onClick={manage}>
          {t('connections.connectionsMore')}
        </Menu.Item>
        {connection.kind === 'demo' ? null : (
          <Menu.Item leftSection={<IconPlayerPlay size={15} aria-hidden="true" />} onClick={openDemo}>
            {t('common.openDemo')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

type ConnectionItemProps = {
  readonly connection: KnownConnection;
  readonly number: number;
  readonly onOpen: () => void;
};

function ConnectionItem({ connection, number, onOpen }: ConnectionItemProps) {
  const { name, settings, standing } = connection;
  const told = standingText(standing);
  return (
    <Menu.RadioItem
      value={connection.id}
      classNames={{ itemLabel: styles.itemLabel }}
      closeMenuOnClick
      rightSection={
        number <= 9 ? (
          <span aria-hidden="true" className={styles.shortcut}>
            {commandKey(String(number))}
          </span>
        ) : null
      }
      onChange={onOpen}
    >
      <span className={styles.itemText}>
        <ColourDot colour={settings.colour} />
        <bdi className={styles.itemName} title={shownName(name)}>
          {shownName(name)}
        </bdi>
        <EnvironmentBadge look={settings} />
        {told ? <span className={styles.standing}>{told}</span> : null}
      </span>
    </Menu.RadioItem>
  );
}
