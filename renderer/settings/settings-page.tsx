import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Result } from '../../shared/app-error.ts';
import { t } from '../../shared/language/words.ts';
import type { LockState } from '../../shared/lock-state.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { SETTING_AREAS, SETTING_IDS, SETTINGS } from '../../shared/settings.ts';
import { ErrorAlert } from '../error-alert.tsx';
import { PolicySection } from '../policy/policy-section.tsx';
import { usePolicy } from '../policy/use-policy.ts';
import { PassPhrase } from '../security/pass-phrase.tsx';
import { TokenStorage } from '../security/token-storage.tsx';
import { EraseSetting } from './erase-setting.tsx';
import { hasWords, settingText } from './search.ts';
import { SettingRow } from './setting-row.tsx';
import { offText, ruleOf } from './setting-rules.ts';
import { areaLabel } from './setting-words.ts';
import styles from './settings.module.css';
import { useSettings } from './settings-context.tsx';
import type { SettingsPurpose } from './settings-dialog.tsx';

export type SettingsPageProps = {
  readonly purpose: SettingsPurpose;
  readonly means: LockState['means'];
  readonly session: SessionState;
  readonly onResult: (result: Result<SessionState>) => unknown;
};

/** What stands on the page beside the settings of the table: found by its own words. */
function useExtras({ purpose, means, session, onResult }: SettingsPageProps) {
  return [
    {
      area: 'security',
      text: [t('settings.security'), t('common.passPhrase'), t('security.hint')].join(' '),
      part: <PassPhrase key="pass-phrase" isSet={means.passPhrase} wanted={purpose === 'pass-phrase'} />,
    },
    ...(session.kind === 'signed-in'
      ? [
          {
            area: 'security',
            text: [t('settings.security'), t('security.adminToken')].join(' '),
            part: <TokenStorage key="token" storage={session.connection.tokenStorage} onResult={onResult} />,
          },
        ]
      : []),
    {
      area: 'data',
      text: [t('settings.data'), t('settings.erase'), t('settings.eraseHint')].join(' '),
      part: <EraseSetting key="erase" />,
    },
  ];
}

/** The settings by their areas, those that are looked for. */
export function SettingsPage(props: SettingsPageProps) {
  const { values, hasUpdates, isTold, error, change, reset } = useSettings();
  const policy = usePolicy();
  const [query, setQuery] = useState('');
  const [said, setSaid] = useState('');
  const extras = useExtras(props).filter(({ text }) => hasWords(text, query));
  const found = SETTING_IDS.filter((id) => hasWords(settingText(id), query));
  const count = found.length + extras.length;
  const around = { policy, means: props.means, hasUpdates };

  return (
    <>
      <TextInput
        type="search"
        aria-label={t('settings.search')}
        placeholder={t('settings.search')}
        leftSection={<IconSearch size={15} aria-hidden="true" />}
        value={query}
        autoComplete="off"
        data-autofocus={props.purpose === 'settings' || undefined}
        onChange={({ currentTarget: { value } }) => setQuery(value)}
      />
      <p role="status" className={styles.status}>
        {query === '' ? said : count === 0 ? t('settings.nothing') : t('settings.found', { count })}
      </p>
      {error ? <ErrorAlert error={error} /> : null}
      {[...SETTING_AREAS, 'data' as const].map((area) => {
        const rows = found.filter((id) => SETTINGS[id].area === area);
        const parts = extras.filter((extra) => extra.area === area);
        if (rows.length + parts.length === 0) return null;
        return (
          <section key={area} aria-labelledby={`settings-${area}`}>
            <h3 id={`settings-${area}`} className={styles.area}>
              {area === 'data' ? t('settings.data') : areaLabel(area)}
            </h3>
            <div className={styles.group}>
              {rows.map((id) => (
                <SettingRow
                  key={id}
                  id={id}
                  values={values}
                  rule={ruleOf(id, around)}
                  off={offText(id, around)}
                  isTold={isTold}
                  onChange={(changed) => void change(changed)}
                />
              ))}
              {parts.map(({ part }) => part)}
            </div>
          </section>
        );
      })}
      {query === '' ? (
        <>
          <PolicySection policy={policy} />
          <div>
            <Button
              variant="default"
              disabled={!isTold}
              onClick={() => void reset().then(() => setSaid(t('settings.wasReset')))}
            >
              {t('settings.resetAll')}
            </Button>
          </div>
        </>
      ) : null}
    </>
  );
}
