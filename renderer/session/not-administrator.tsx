import { Button } from '@mantine/core';
import { t } from '../../shared/language/words.ts';
import type { Connection } from '../../shared/session-state.ts';
import { KnownConnections } from '../connections/known-connections.tsx';
import { oneLine, shownName } from '../format.ts';
import { words } from '../language/words.tsx';
import { Screen } from '../shell/screen.tsx';

type NotAdministratorProps = {
  readonly connection: Connection;
  readonly role: string | null;
  readonly onSignOut: () => void;
};

function WhoIsSignedIn({ connection, role }: Pick<NotAdministratorProps, 'connection' | 'role'>) {
  const project = <bdi>{shownName(connection.name)}</bdi>;
  if (!connection.user) return words('session.tokenMayNot', { project });
  const user = <bdi>{oneLine(connection.user.email)}</bdi>;
  return role
    ? words('session.signedInAsRole', { project, user, role: <bdi>{oneLine(role, 60)}</bdi> })
    : words('session.signedInAs', { project, user });
}

/** Signed in without the role: not one key is shown. */
export function NotAdministrator({ connection, role, onSignOut }: NotAdministratorProps) {
  return (
    <Screen title={t('session.administratorsOnly')}>
      <p>{t('session.onlyAdministrators')}</p>
      <p>
        <WhoIsSignedIn connection={connection} role={role} />
      </p>
      <div>
        <Button variant="default" onClick={onSignOut}>
          {t('common.signOut')}
        </Button>
      </div>
      <KnownConnections />
    </Screen>
  );
}
