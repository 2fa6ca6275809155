import { Modal } from '@mantine/core';
import type { Result } from '../../shared/app-error.ts';
import { t } from '../../shared/language/words.ts';
import type { Connection, SessionState } from '../../shared/session-state.ts';
import styles from '../dialogs/prompt.module.css';
import { oneLine, shownName } from '../format.ts';
import { words } from '../language/words.tsx';
import { TokenForm } from './token-form.tsx';

type SignInAgainProps = {
  readonly opened: boolean;
  readonly connection: Connection;
  readonly onClose: () => void;
  readonly onResult: (result: Result<SessionState>) => Result<SessionState>;
};

/** Asks for another token where the server does not accept the one it had. What is on screen stays as it is. */
export function SignInAgain({ opened, connection, onClose, onResult }: SignInAgainProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('signIn.again')}
      size={400}
      padding={24}
      // Above the dialogs (200), below the tooltips (300).
      zIndex={230}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
      classNames={{ header: styles.header, title: styles.title, body: styles.body }}
    >
      {opened ? (
        <TokenForm
          connectionId={connection.id}
          lead={words('signIn.againLead', {
            project: <bdi>{shownName(connection.name)}</bdi>,
            address: <bdi>{oneLine(connection.address ?? '')}</bdi>,
          })}
          closeLabel={t('signIn.notNow')}
          onClose={onClose}
          onResult={onResult}
        />
      ) : null}
    </Modal>
  );
}
