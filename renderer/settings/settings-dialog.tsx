import { Modal } from '@mantine/core';
import { t } from '../../shared/language/words.ts';
import styles from './settings.module.css';
import { SettingsPage, type SettingsPageProps } from './settings-page.tsx';

/** Why the settings are open. */
export type SettingsPurpose = 'settings' | 'pass-phrase';

type SettingsDialogProps = Omit<SettingsPageProps, 'purpose'> & {
  /** Null where it is closed. */
  readonly purpose: SettingsPurpose | null;
  readonly onClose: () => void;
};

/** "Settings": all that a person can set, on one page, and the end of all that this computer keeps. */
export function SettingsDialog({ purpose, onClose, ...page }: SettingsDialogProps) {
  return (
    <Modal
      opened={purpose !== null}
      onClose={onClose}
      title={t('settings.title')}
      size={680}
      padding={24}
      transitionProps={{ duration: 0 }}
      classNames={{ content: styles.content, header: styles.header, title: styles.title, body: styles.body }}
    >
      {purpose ? <SettingsPage purpose={purpose} {...page} /> : null}
    </Modal>
  );
}
