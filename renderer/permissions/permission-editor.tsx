import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { t } from '../../shared/language/words.ts';
import type { PermissionText } from '../../shared/permission-text.ts';
import {
  LEVELS,
  nearestLevel,
  type PermissionLevel,
  type PermissionLevels,
  RESOURCES,
} from '../../shared/permissions.ts';
import type { Preset } from '../../shared/presets.ts';
import { oneLine } from '../format.ts';
import { words } from '../language/words.tsx';
import { CarriedNote } from './carried-note.tsx';
import {
  bestMatch,
  type CatalogueResource,
  commonLevel,
  fallbackNote,
  filterGroups,
  noWriteReason,
  sumLine,
} from './catalogue-view.ts';
import { EditorGroup } from './editor-group.tsx';
import { notUnderstood, PasteLevels } from './paste-levels.tsx';
import styles from './permission-editor.module.css';
import { PresetsMenu } from './presets-menu.tsx';
import { LEVEL_KEYS, rowCommand } from './row-command.ts';
import { endRow, focusRow, neighbourGroupRow, neighbourRow, rowOf } from './row-focus.ts';
import { SetAll } from './set-all.tsx';

type PermissionEditorProps = {
  readonly levels: PermissionLevels;
  readonly onChange: (levels: PermissionLevels) => void;
  /** Exact permissions that no level tells: they are kept as they are, or dropped. */
  readonly carried?: readonly string[];
  readonly onCarried?: (carried: readonly string[]) => void;
  readonly disabled?: boolean;
};

/** The keys, for whoever wants to be fast. */
function KeyHints() {
  return (
    <span className={styles.keys}>
      {words('permissions.keyHints', {
        n: <kbd>{LEVEL_KEYS.none}</kbd>,
        r: <kbd>{LEVEL_KEYS.read}</kbd>,
        w: <kbd>{LEVEL_KEYS.write}</kbd>,
        up: <kbd>{'↑'}</kbd>,
        down: <kbd>{'↓'}</kbd>,
        slash: <kbd>{'/'}</kbd>,
      })}
    </span>
  );
}

const NOTHING_CARRIED: readonly string[] = [];

/**
 * The levels of all 19 resources. It holds none of them, only what is filtered.
 *
 * Keys in a row: left and right change the level, `LEVEL_KEYS` set it, up and down go to the next resource,
 * Page Up and Page Down to the next group, Home and End to the first and the last, `/` to the filter.
 */
export function PermissionEditor({
  levels,
  onChange,
  carried = NOTHING_CARRIED,
  onCarried = () => undefined,
  disabled = false,
}: PermissionEditorProps) {
  const [query, setQuery] = useState('');
  const [note, setNote] = useState('');
  const groups = filterGroups(query);

  const setLevel = (resource: CatalogueResource, level: PermissionLevel) => {
    const possible = nearestLevel(resource, level) === level;
    setNote(possible ? '' : noWriteReason(resource));
    if (possible && levels[resource.id] !== level) onChange({ ...levels, [resource.id]: level });
    return possible;
  };

  const setMany = (resources: readonly CatalogueResource[], level: PermissionLevel) => {
    const changed = resources.map((resource) => [resource.id, nearestLevel(resource, level)]);
    onChange({ ...levels, ...Object.fromEntries(changed) });
    setNote(fallbackNote(resources, level));
  };

  const choosePreset = (preset: Preset) => {
    onChange(preset.levels);
    setNote(t('permissions.setAsIn', { name: oneLine(preset.name) }));
  };

  const paste = (read: PermissionText) => {
    onChange(read.levels);
    onCarried(read.carried);
    setNote(notUnderstood(read));
  };

  const onRowKey = (event: KeyboardEvent<HTMLElement>) => {
    const row = event.target instanceof Element ? event.target.closest('[data-resource]') : null;
    const resource = RESOURCES.find(({ id }) => id === row?.getAttribute('data-resource'));
    if (!row || !resource) return;
    if (event.key === '/') {
      event.preventDefault();
      row.closest('[data-editor]')?.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
      return;
    }
    const command = rowCommand(event);
    if (!command) return;
    event.preventDefault();
    switch (command.kind) {
      case 'row':
        return focusRow(neighbourRow(row, command.by));
      case 'group':
        return focusRow(neighbourGroupRow(row, command.by));
      case 'end':
        return focusRow(endRow(row, command.which));
      case 'step':
      case 'level': {
        // Stepping stops at either end: one press too many never turns No access into Write.
        const level =
          command.kind === 'level' ? command.level : LEVELS[LEVELS.indexOf(levels[resource.id]) + command.by];
        if (level && setLevel(resource, level)) focusRow(row, level);
      }
    }
  };

  const onFilterKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && query !== '') {
      event.stopPropagation();
      setQuery('');
    }
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      // Enter goes to what was found; it must not send the form.
      event.preventDefault();
      focusRow(rowOf(event.currentTarget.closest('[data-editor]'), bestMatch(query)?.id));
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the radios inside
    <div className={styles.editor} data-editor onKeyDown={onRowKey}>
      <div className={styles.toolbar}>
        <TextInput
          type="search"
          size="xs"
          className={styles.filter}
          aria-label={t('permissions.filterResources')}
          placeholder={t('permissions.filterResources')}
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          rightSection={
            query ? (
              <CloseButton
                size="xs"
                tabIndex={-1}
                aria-label={t('permissions.clearFilter')}
                onClick={() => setQuery('')}
              />
            ) : null
          }
          value={query}
          disabled={disabled}
          // Tells the dialog around it that this Escape is not for it.
          data-mantine-stop-propagation={query !== ''}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={onFilterKey}
        />
        <div className={styles.shortcuts}>
          <PresetsMenu levels={levels} disabled={disabled} onChoose={choosePreset} />
          <PasteLevels disabled={disabled} onPaste={paste} />
        </div>
        {query === '' ? (
          <div className={styles.setAll}>
            <span className={styles.hint}>{t('permissions.allResources')}</span>
            <SetAll
              group={null}
              current={commonLevel(RESOURCES, levels)}
              disabled={disabled}
              onLevel={(level) => setMany(RESOURCES, level)}
            />
          </div>
        ) : null}
      </div>
      {carried.length > 0 ? <CarriedNote carried={carried} disabled={disabled} onChange={onCarried} /> : null}
      <div className={styles.groups}>
        {groups.map((group) => (
          <EditorGroup
            key={group.id}
            group={group}
            levels={levels}
            disabled={disabled}
            onLevel={setLevel}
            onGroupLevel={setMany}
          />
        ))}
        {groups.length === 0 ? <p className={styles.nothing}>{t('permissions.noResource')}</p> : null}
      </div>
      <div className={styles.sum}>
        <span className={styles.sums}>
          <span aria-live="polite">{sumLine(levels)}</span>
          {carried.length > 0 ? (
            <span className={styles.note}>{t('permissions.andKept', { count: carried.length })}</span>
          ) : null}
        </span>
        <span aria-live="polite" className={styles.note}>
          {note}
        </span>
        {note === '' ? <KeyHints /> : null}
      </div>
    </div>
  );
}
