import { IconAdjustments } from '@tabler/icons-react';
import { useId } from 'react';
import { locale, t } from '../../shared/language/words.ts';
import { type AccessByResource, LEVEL_LABELS, type ResourceAccess } from '../../shared/permissions.ts';
import { oneLine } from '../format.ts';
import { words } from '../language/words.tsx';
import { CATALOGUE, type CatalogueGroup } from './catalogue-view.ts';
import { LevelIcon } from './level-icon.tsx';
import styles from './permission-summary.module.css';

/** A server may send any number of foreign strings; that many are shown. */
const MOST_SHOWN = 100;

function isGranted(access: ResourceAccess): boolean {
  return access.kind === 'custom' || access.level !== 'none';
}

function Access({ access }: { readonly access: ResourceAccess }) {
  switch (access.kind) {
    case 'level':
      return (
        <span className={styles.level} data-level={access.level}>
          <LevelIcon level={access.level} />
          {LEVEL_LABELS[access.level]}
        </span>
      );
    case 'custom':
      return (
        <span className={styles.level} data-level="custom">
          <IconAdjustments size={14} stroke={2} aria-hidden="true" />
          <span>
            {words('permissions.custom', {
              verbs: <bdi>{access.verbs.map((verb) => oneLine(verb, 60)).join(', ')}</bdi>,
            })}
          </span>
        </span>
      );
  }
}

function SummaryGroup(props: { readonly group: CatalogueGroup; readonly access: AccessByResource }) {
  const { group, access } = props;
  const titleId = useId();
  const granted = group.resources.filter(({ id }) => isGranted(access.resources[id]));
  const denied = group.resources.filter(({ id }) => !isGranted(access.resources[id]));
  return (
    <section aria-labelledby={titleId} className={styles.group}>
      <h3 id={titleId} className={styles.title}>
        {group.label}
      </h3>
      {granted.length > 0 ? (
        <dl className={styles.list}>
          {granted.map((resource) => (
            <div key={resource.id} className={styles.row}>
              <dt>{resource.label}</dt>
              <dd>
                <Access access={access.resources[resource.id]} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {denied.length > 0 ? (
        <p className={styles.denied}>
          {granted.length === 0
            ? t('permissions.none')
            : t('permissions.noAccessTo', {
                resources: new Intl.ListFormat(locale()).format(denied.map(({ label }) => label)),
              })}
        </p>
      ) : null}
    </section>
  );
}

/** What a key may do, in the four groups; what the catalogue cannot name is shown by its wire name. */
export function PermissionSummary({ access }: { readonly access: AccessByResource }) {
  const titleId = useId();
  const more = access.other.length - MOST_SHOWN;
  return (
    <div className={styles.summary}>
      {CATALOGUE.map((group) => (
        <SummaryGroup key={group.id} group={group} access={access} />
      ))}
      {access.other.length > 0 ? (
        <section aria-labelledby={titleId} className={styles.group}>
          <h3 id={titleId} className={styles.title}>
            {t('permissions.other')}
          </h3>
          <p className={styles.denied}>{t('permissions.noNameFor')}</p>
          <ul className={styles.others}>
            {access.other.slice(0, MOST_SHOWN).map((permission) => (
              <li key={permission}>
                <code>{oneLine(permission, 120)}</code>
              </li>
            ))}
          </ul>
          {more > 0 ? <p className={styles.denied}>{t('common.andMore', { count: more })}</p> : null}
        </section>
      ) : null}
    </div>
  );
}
