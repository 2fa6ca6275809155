import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import type { KnownConnection } from '../../shared/connections.ts';
import { t } from '../../shared/language/words.ts';
import { useBridge } from '../bridge.ts';
import prompt from '../dialogs/prompt.module.css';
import { ErrorAlert } from '../error-alert.tsx';
import { shownName } from '../format.ts';
import { settled } from '../settled.ts';
import { LookFields } from './look-fields.tsx';

type EditConnectionProps = {
  readonly connection: KnownConnection;
  readonly onClose: () => void;
};

/** Renames and colours a connection. */
export function EditConnection({ connection, onClose }: EditConnectionProps) {
  const bridge = useBridge();
  const [settings, setSettings] = useState(connection.settings);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const ownName = settings.ownName?.trim() || null;
    const chosen = { ...settings, ownName, environmentName: settings.environmentName.trim() };
    const result = await settled(bridge.changeConnection({ connectionId: connection.id, settings: chosen }));
    setBusy(false);
    if (result.ok) onClose();
    else setError(result.error);
  };

  return (
    <form className={prompt.form} onSubmit={(event) => void save(event)} noValidate>
      {error ? <ErrorAlert error={error} /> : null}
      <LookFields
        settings={settings}
        onChange={setSettings}
        projectName={shownName(connection.projectName)}
      />
      <div className={prompt.footer}>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={busy}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
