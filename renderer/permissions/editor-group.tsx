import { useId } from 'react';
import type { PermissionLevel, PermissionLevels } from '../../shared/permissions.ts';
import { CATALOGUE, type CatalogueGroup, type CatalogueResource, commonLevel } from './catalogue-view.ts';
import styles from './permission-editor.module.css';
import { ResourceRow } from './resource-row.tsx';
import { SetAll } from './set-all.tsx';

type EditorGroupProps = {
  /** The group, with those of its resources that are shown. */
  readonly group: CatalogueGroup;
  readonly levels: PermissionLevels;
  readonly disabled: boolean;
  readonly onLevel: (resource: CatalogueResource, level: PermissionLevel) => void;
  readonly onGroupLevel: (resources: readonly CatalogueResource[], level: PermissionLevel) => void;
};

/** A group of the catalogue: its header sets the whole group, its rows one resource each. */
export function EditorGroup({ group, levels, disabled, onLevel, onGroupLevel }: EditorGroupProps) {
  const titleId = useId();
  // With a part of the group filtered away, "all" would set what cannot be seen.
  const whole = CATALOGUE.find(({ id }) => id === group.id)?.resources.length === group.resources.length;
  return (
    <fieldset className={styles.group} aria-labelledby={titleId} data-group={group.id}>
      <div className={styles.header}>
        <span id={titleId} className={styles.title}>
          {group.label}
        </span>
        {whole ? (
          <SetAll
            group={group.label}
            current={commonLevel(group.resources, levels)}
            disabled={disabled}
            onLevel={(level) => onGroupLevel(group.resources, level)}
          />
        ) : null}
      </div>
      {group.resources.map((resource) => (
        <ResourceRow
          key={resource.id}
          resource={resource}
          level={levels[resource.id]}
          disabled={disabled}
          onLevel={(level) => onLevel(resource, level)}
        />
      ))}
    </fieldset>
  );
}
