import { Button } from '@mantine/core';
import type { Connection } from '../../shared/session-state.ts';
import { KnownConnections } from '../connections/known-connections.tsx';
import { oneLine, shownName } from '../format.ts';
import { Screen } from '../shell/screen.tsx';

type NotAdministratorProps = {
  readonly connection: Connection;
  readonly role: string | null;
  readonly onSignOut: () => void;
};

/** Signed in without the role: not one key is shown. */
export function NotAdministrator({ connection, role, onSignOut }: NotAdministratorProps) {
  return (
    <Screen title="Administrators only">
      <p>Only users with the Administrator role in the project can access the API Keys section.</p>
      <p>
        {connection.user ? (
          <>
            You are signed in to <bdi>{shownName(connection.name)}</bdi> as{' '}
            <bdi>{oneLine(connection.user.email)}</bdi>
            {role ? (
              <>
                {' '}
                with the role <bdi>{oneLine(role, 60)}</bdi>
              </>
            ) : null}
            .
          </>
        ) : (
          <>
            The token for <bdi>{shownName(connection.name)}</bdi> may not manage API keys.
          </>
        )}
      </p>
      <div>
        <Button variant="default" onClick={onSignOut}>
          Sign out
        </Button>
      </div>
      <KnownConnections />
    </Screen>
  );
}
