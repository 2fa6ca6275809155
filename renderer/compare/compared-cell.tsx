import { IconAdjustments, IconCheck, IconLockOpen, IconMinus } from '@tabler/icons-react';
import type { ComparedValue } from '../../shared/compare.ts';
import { t } from '../../shared/language/words.ts';
import { LEVEL_LABELS, type ResourceAccess } from '../../shared/permissions.ts';
import { fullDate, oneLine, relativeDate } from '../format.ts';
import { LevelIcon } from '../permissions/level-icon.tsx';
import styles from './compare.module.css';

function Access({ access }: { readonly access: ResourceAccess }) {
  if (access.kind === 'level') {
    return (
      <span className={styles.value} data-level={access.level}>
        <LevelIcon level={access.level} />
        {LEVEL_LABELS[access.level]}
      </span>
    );
  }
  return (
    <span className={styles.value}>
      <IconAdjustments size={14} stroke={2} aria-hidden="true" />
      <span>
        {t('permissions.custom', { verbs: access.verbs.map((verb) => oneLine(verb, 60)).join(', ') })}
      </span>
    </span>
  );
}

/** What one key has in a line: told by icon and word. */
export function ComparedCell({ value, now }: { readonly value: ComparedValue; readonly now: number }) {
  switch (value.kind) {
    case 'unknown':
      return <span className={styles.quiet}>{t('common.unknown')}</span>;
    case 'text':
      return (
        <bdi className={styles.text} title={oneLine(value.text)}>
          {oneLine(value.text, 120)}
        </bdi>
      );
    case 'date':
      return <span title={fullDate(value.time)}>{relativeDate(value.time, now)}</span>;
    case 'access':
      return <Access access={value.access} />;
    case 'full':
      return (
        <span className={styles.value}>
          <IconLockOpen size={14} stroke={2} aria-hidden="true" />
          {t('common.fullAccess')}
        </span>
      );
    case 'held':
      return (
        <span className={styles.value} data-level={value.held ? undefined : 'none'}>
          {value.held ? (
            <IconCheck size={14} aria-hidden="true" />
          ) : (
            <IconMinus size={14} aria-hidden="true" />
          )}
          {value.held ? t('common.yes') : t('common.no')}
        </span>
      );
  }
}
