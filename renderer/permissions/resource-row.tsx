import { Tooltip } from '@mantine/core';
import { useId } from 'react';
import { canWrite, LEVEL_LABELS, LEVELS, type PermissionLevel } from '../../shared/permissions.ts';
import { type CatalogueResource, noWriteReason } from './catalogue-view.ts';
import { LevelIcon } from './level-icon.tsx';
import styles from './resource-row.module.css';

type ResourceRowProps = {
  readonly resource: CatalogueResource;
  readonly level: PermissionLevel;
  readonly disabled: boolean;
  readonly onLevel: (level: PermissionLevel) => void;
};

/** One resource: a radio group of three levels, real inputs under the look of a segmented control. */
export function ResourceRow({ resource, level, disabled, onLevel }: ResourceRowProps) {
  const id = useId();
  const reason = canWrite(resource) ? null : noWriteReason(resource);
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={reason ? `${id}-description ${id}-reason` : `${id}-description`}
      className={styles.row}
      data-resource={resource.id}
      data-level={level}
    >
      <span className={styles.words}>
        <span id={`${id}-label`} className={styles.label}>
          {resource.label}
        </span>
        <span id={`${id}-description`} className={styles.description}>
          {resource.description}
        </span>
      </span>
      <span className={styles.levels}>
        {LEVELS.map((option) => {
          const refused = option === 'write' && reason !== null;
          return (
            <Tooltip key={option} label={reason} disabled={!refused} openDelay={200}>
              <label className={styles.level} data-option={option} data-refused={refused || undefined}>
                <input
                  type="radio"
                  className={styles.input}
                  name={id}
                  value={option}
                  checked={level === option}
                  disabled={disabled || refused}
                  aria-describedby={refused ? `${id}-reason` : undefined}
                  onChange={() => onLevel(option)}
                />
                {level === option ? <LevelIcon level={option} /> : null}
                <span>{LEVEL_LABELS[option]}</span>
              </label>
            </Tooltip>
          );
        })}
      </span>
      {reason ? (
        <span id={`${id}-reason`} hidden>
          {reason}
        </span>
      ) : null}
    </div>
  );
}
