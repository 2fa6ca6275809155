import { Modal } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { t } from '../../shared/language/words.ts';
import type { Versions } from '../../shared/versions.ts';
import { useBridge } from '../bridge.ts';
import prompt from '../dialogs/prompt.module.css';
import { words } from '../language/words.tsx';
import { quietly } from '../settled.ts';
import { AppMark } from '../shell/screen.tsx';
import { useCommands } from '../shortcuts.ts';
import styles from './about.module.css';

/** An update that replaces the program while it runs takes away what it has not loaded yet. */
function Missing() {
  return <p role="alert">{t('about.missing')}</p>;
}

const Licences = lazy(async () => {
  const part = await import('./licence-list.tsx').catch(() => null);
  return { default: part?.LicenceList ?? Missing };
});

/** "About Keydesk": what runs here, and on whose work it stands. */
export function AboutDialog() {
  const bridge = useBridge();
  const [opened, setOpened] = useState(false);
  const [versions, setVersions] = useState<Versions | null>(null);
  useCommands((command) => {
    if (command !== 'about') return;
    setOpened(true);
    quietly(bridge.getVersions().then(setVersions));
  });
  return (
    <Modal
      opened={opened}
      onClose={() => setOpened(false)}
      title={t('commands.about')}
      size={560}
      padding={24}
      transitionProps={{ duration: 0 }}
      classNames={{ header: prompt.header, title: prompt.title, body: prompt.body }}
    >
      <div className={styles.head}>
        <AppMark />
        <div>
          <p className={styles.name}>{t('about.program', { version: versions?.keydesk ?? '' })}</p>
          <p className={styles.purpose}>{t('about.purpose')}</p>
        </div>
      </div>
      {versions ? <VersionLines versions={versions} /> : null}
      <h3 className={styles.title}>{t('about.licences')}</h3>
      <p className={styles.lead}>{t('about.lead')}</p>
      <Suspense fallback={null}>{opened ? <Licences /> : null}</Suspense>
      <p className={styles.lead}>
        {words('about.chromium', { file: <code>{'LICENSES.chromium.html'}</code> })}
      </p>
    </Modal>
  );
}

function VersionLines({ versions }: { readonly versions: Versions }) {
  const { electron, chromium, platform, arch } = versions;
  const lines = [
    ['Electron', electron],
    ['Chromium', chromium],
    [t('about.system'), `${platform} ${arch}`],
  ] as const;
  return (
    <dl className={styles.versions} data-selectable>
      {lines.map(([what, which]) => (
        <div key={what} className={styles.line}>
          <dt>{what}</dt>
          <dd>{which}</dd>
        </div>
      ))}
    </dl>
  );
}
