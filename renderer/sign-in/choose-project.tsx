import { Button, Group, Radio } from '@mantine/core';
import { useState } from 'react';
import type { AppError, Result } from '../../shared/app-error.ts';
import { t } from '../../shared/language/words.ts';
import type { Project, SessionState } from '../../shared/session-state.ts';
import { useBridge } from '../bridge.ts';
import { KnownConnections } from '../connections/known-connections.tsx';
import { ErrorAlert } from '../error-alert.tsx';
import { shownName } from '../format.ts';
import { settled } from '../settled.ts';
import { Screen } from '../shell/screen.tsx';
import styles from './sign-in.module.css';

type ChooseProjectProps = {
  readonly projects: readonly Project[];
  readonly onResult: (result: Result<SessionState>) => Result<SessionState>;
};

/** The token reads several projects: which one is looked after here. */
export function ChooseProject({ projects, onResult }: ChooseProjectProps) {
  const bridge = useBridge();
  const [projectId, setProjectId] = useState(projects[0]?.id ?? '');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  const run = async (call: () => Promise<Result<SessionState>>) => {
    setBusy(true);
    setError(null);
    const result = onResult(await settled(call()));
    setBusy(false);
    if (!result.ok) setError(result.error);
  };

  return (
    <Screen title={t('signIn.chooseProject')}>
      <p className={styles.lead}>{t('signIn.chooseLead')}</p>
      {error ? (
        <ErrorAlert
          error={error}
          onAction={
            error.kind === 'proxy-login'
              ? () => void run(() => bridge.chooseProject({ projectId }))
              : undefined
          }
        />
      ) : null}
      <Radio.Group value={projectId} onChange={setProjectId} aria-label={t('signIn.projects')}>
        <div className={styles.projects}>
          {projects.map(({ id, name }) => (
            <Radio
              key={id}
              value={id}
              size="xs"
              className={styles.project}
              label={
                <bdi className={styles.projectName} title={shownName(name)}>
                  {shownName(name)}
                </bdi>
              }
            />
          ))}
        </div>
      </Radio.Group>
      <Group justify="space-between">
        <Button
          variant="subtle"
          color="gray"
          className={styles.signOut}
          disabled={busy}
          onClick={() => void run(bridge.signOut)}
        >
          {t('common.signOut')}
        </Button>
        <Button
          loading={busy}
          disabled={projectId === ''}
          onClick={() => void run(() => bridge.chooseProject({ projectId }))}
        >
          {t('common.continue')}
        </Button>
      </Group>
      <KnownConnections />
    </Screen>
  );
}
