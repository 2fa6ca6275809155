import type { KeyboardEvent } from 'react';
import { t } from '../../shared/language/words.ts';
import { LEVEL_LABELS, LEVELS, type PermissionLevel } from '../../shared/permissions.ts';
import styles from './set-all.module.css';

type SetAllProps = {
  /** The group that is set; null for all resources. */
  readonly group: string | null;
  /** The level that they all have now; null where they differ. */
  readonly current: PermissionLevel | null;
  readonly disabled: boolean;
  readonly onLevel: (level: PermissionLevel) => void;
};

/** One tab stop: the arrows move between its buttons. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const target = buttons.find((_, index) => buttons[index - by] === document.activeElement);
  if (by === 0 || !target) return;
  event.preventDefault();
  target.focus();
}

function setLabel(group: string | null, level: string): string {
  return group === null
    ? t('permissions.setAllTo', { level })
    : t('permissions.setGroupTo', { group, level });
}

/** Three small buttons that set a level for many resources at once. */
export function SetAll({ group, current, disabled, onLevel }: SetAllProps) {
  return (
    <div
      role="toolbar"
      aria-label={group === null ? t('permissions.setAll') : t('permissions.setGroup', { group })}
      className={styles.buttons}
      onKeyDown={moveFocus}
    >
      {LEVELS.map((level) => (
        <button
          key={level}
          type="button"
          className={styles.button}
          data-option={level}
          tabIndex={level === (current ?? 'none') ? 0 : -1}
          aria-label={setLabel(group, LEVEL_LABELS[level])}
          aria-pressed={level === current}
          disabled={disabled}
          onClick={() => onLevel(level)}
        >
          {LEVEL_LABELS[level]}
        </button>
      ))}
    </div>
  );
}
