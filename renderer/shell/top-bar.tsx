import { Button, Menu } from '@mantine/core';
import {
  IconChevronDown,
  IconLock,
  IconLogout,
  IconRefresh,
  IconRestore,
  IconSettings,
} from '@tabler/icons-react';
import { useId, useRef } from 'react';
import type { Result } from '../../shared/app-error.ts';
import { t } from '../../shared/language/words.ts';
import type { Connection, SessionState } from '../../shared/session-state.ts';
import { ConnectionSwitcher } from '../connections/connection-switcher.tsx';
import { EnvironmentBadge } from '../connections/environment-badge.tsx';
import { oneLine } from '../format.ts';
import type { SecurityActions } from '../security/security-actions.ts';
import { useKeyringCheck } from '../security/use-keyring-check.ts';
import { commandKey } from '../shortcuts.ts';
import { AppMark } from './screen.tsx';
import { storageText } from './storage-text.ts';
import styles from './top-bar.module.css';

type TopBarProps = {
  readonly connection: Connection;
  readonly security: SecurityActions;
  readonly onResult: (result: Result<SessionState>) => unknown;
  readonly onResetDemo: () => void;
  readonly onSignOut: () => void;
};

/** Which project is looked after here, by whom, and how it is connected. */
export function TopBar(props: TopBarProps) {
  const { look, kind, user } = props.connection;
  return (
    <header className={styles.bar}>
      <AppMark small />
      <ConnectionSwitcher connection={props.connection} />
      <EnvironmentBadge look={look} />
      {kind === 'demo' ? <span className={styles.demo}>{t('shell.demo')}</span> : null}
      <span className={styles.space} />
      {user ? (
        <bdi className={styles.user} title={user.name ? oneLine(user.name) : undefined}>
          {oneLine(user.email, 120)}
        </bdi>
      ) : null}
      <ConnectionMenu {...props} />
    </header>
  );
}

function ConnectionMenu({ connection, security, onResult, onResetDemo, onSignOut }: TopBarProps) {
  const { address, kind, tokenStorage } = connection;
  const button = useRef<HTMLButtonElement>(null);
  // The button takes the focus first, so that it gets it back when what opens is closed.
  const then = (open: () => void) => () => {
    button.current?.focus();
    open();
  };
  return (
    <Menu position="bottom-end" width={308}>
      <Menu.Target>
        <Button
          ref={button}
          size="xs"
          variant="subtle"
          color="gray"
          className={styles.connection}
          rightSection={<IconChevronDown size={13} aria-hidden="true" />}
        >
          {t('shell.connection')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {address ? (
          <Menu.Label className={styles.address}>
            <bdi data-selectable>{oneLine(address)}</bdi>
          </Menu.Label>
        ) : null}
        <Menu.Label>{storageText(tokenStorage)}</Menu.Label>
        {tokenStorage.kind === 'memory' ? <CheckKeyring onResult={onResult} /> : null}
        <Menu.Divider />
        <LockItem security={security} />
        <Menu.Item
          leftSection={<IconSettings size={15} aria-hidden="true" />}
          onClick={then(security.onSettings)}
        >
          {t('commands.settings')}
        </Menu.Item>
        <Menu.Divider />
        {kind === 'demo' ? (
          <Menu.Item leftSection={<IconRestore size={15} aria-hidden="true" />} onClick={then(onResetDemo)}>
            {t('shell.resetDemo')}
          </Menu.Item>
        ) : null}
        <Menu.Item leftSection={<IconLogout size={15} aria-hidden="true" />} onClick={then(onSignOut)}>
          {t('common.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Stays open: the label above tells what came of it. */
function CheckKeyring({ onResult }: Pick<TopBarProps, 'onResult'>) {
  const { busy, outcome, check } = useKeyringCheck(onResult);
  return (
    <>
      <Menu.Item
        closeMenuOnClick={false}
        disabled={busy}
        leftSection={<IconRefresh size={15} aria-hidden="true" />}
        onClick={check}
      >
        {t('common.checkAgain')}
      </Menu.Item>
      {outcome ? <Menu.Label role="status">{outcome}</Menu.Label> : null}
    </>
  );
}

/** Locks, or says why it cannot and leads to where that is changed. */
function LockItem({ security: { means, onLock } }: Pick<TopBarProps, 'security'>) {
  const reason = useId();
  const canUnlock = means.passPhrase || means.touchId;
  return (
    <Menu.Item
      aria-describedby={canUnlock ? undefined : reason}
      {...(canUnlock ? {} : { className: styles.lock })}
      leftSection={<IconLock size={15} aria-hidden="true" />}
      rightSection={
        canUnlock ? (
          <span aria-hidden="true" className={styles.shortcut}>
            {commandKey('L')}
          </span>
        ) : null
      }
      onClick={onLock}
    >
      {t('shell.lockNow')}
      {canUnlock ? null : (
        <span id={reason} aria-hidden="true" className={styles.reason}>
          {t('shell.lockOff')}
        </span>
      )}
    </Menu.Item>
  );
}
