import { t } from '../../shared/language/words.ts';
import styles from './about.module.css';
import { LICENCES } from './licences.ts';

/** Every licence by the name of what it is for; each opens to its whole text. */
export function LicenceList() {
  return (
    <ul className={styles.licences} aria-label={t('about.licences')}>
      {LICENCES.map(({ name, version, license, text }) => (
        <li key={name}>
          <details>
            <summary className={styles.summary}>
              <span>
                <bdi>{name}</bdi> <span className={styles.version}>{version}</span>
              </span>
              <bdi className={styles.version}>{license}</bdi>
            </summary>
            <pre className={styles.text} data-selectable>
              {text}
            </pre>
          </details>
        </li>
      ))}
    </ul>
  );
}
