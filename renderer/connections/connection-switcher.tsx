import { Button, Menu } from '@mantine/core';
import { IconAffiliate, IconChevronDown, IconPlayerPlay, IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import type { KnownConnection } from '../../shared/connections.ts';
import { t } from '../../shared/language/words.ts';
import type { Connection } from '../../shared/session-state.ts';
import { shownName } from '../format.ts';
import { commandKey, keyOf } from '../shortcuts.ts';
import { useConnectionDesk } from './connection-desk.ts';
import styles from './connections.module.css';
import { ColourDot, EnvironmentBadge } from './environment-badge.tsx';
import { standingText } from './standing-text.ts';

const ALL = 'all';

/**
 * Which connection is open, and the way to the others.
 * @param connection null: the window shows all projects.
 */
export function ConnectionSwitcher({ connection }: { readonly connection: Connection | null }) {
  const { connections, openId, open, openDemo, openAll, add, manage } = useConnectionDesk();
  const name = connection ? shownName(connection.name) : t('projects.title');
  const button = useRef<HTMLButtonElement>(null);
  // The button takes the focus first, so that it gets it back when what opens is closed.
  const then = (go: () => void) => () => {
    button.current?.focus();
    go();
  };
  return (
    <Menu position="bottom-start" width={320}>
      <Menu.Target>
        <Button
          ref={button}
          size="xs"
          variant="subtle"
          color="gray"
          className={styles.switcher}
          title={name}
          aria-label={connection ? t('connections.project', { name }) : name}
          data-connection-switcher
          leftSection={connection?.kind === 'api' ? <ColourDot colour={connection.look.colour} /> : null}
          rightSection={<IconChevronDown size={13} aria-hidden="true" />}
        >
          <bdi>{name}</bdi>
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        <Menu.RadioGroup value={connection ? (openId ?? '') : ALL}>
          {connections.length > 0 ? <AllItem onOpen={openAll} /> : null}
          {connections.map((one, index) => (
            <ConnectionItem key={one.id} connection={one} number={index + 1} onOpen={() => open(one)} />
          ))}
        </Menu.RadioGroup>
        {connections.length > 0 ? <Menu.Divider /> : null}
        <Menu.Item leftSection={<IconPlus size={15} aria-hidden="true" />} onClick={then(add)}>
          {t('connections.addMore')}
        </Menu.Item>
        <Menu.Item leftSection={<IconAffiliate size={15} aria-hidden="true" />} onClick={then(manage)}>
          {t('connections.connectionsMore')}
        </Menu.Item>
        {connection?.kind === 'demo' ? null : (
          <Menu.Item leftSection={<IconPlayerPlay size={15} aria-hidden="true" />} onClick={openDemo}>
            {t('common.openDemo')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function AllItem({ onOpen }: { readonly onOpen: () => void }) {
  return (
    <Menu.RadioItem
      value={ALL}
      closeMenuOnClick
      rightSection={
        <span aria-hidden="true" className={styles.shortcut}>
          {keyOf('all-projects')}
        </span>
      }
      onChange={onOpen}
    >
      {t('projects.title')}
    </Menu.RadioItem>
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
