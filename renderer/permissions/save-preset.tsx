import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { t } from '../../shared/language/words.ts';
import type { PermissionLevels } from '../../shared/permissions.ts';
import { PRESET_NAME_LENGTH, type Preset, presetProblem } from '../../shared/presets.ts';
import { sumLine } from './catalogue-view.ts';
import styles from './presets-menu.module.css';

type SavePresetProps = {
  readonly presets: readonly Preset[];
  readonly levels: PermissionLevels;
  readonly onSave: (name: string) => void;
  readonly onCancel: () => void;
};

/** Gives the chosen levels a name. One of the same name gives way. */
export function SavePreset({ presets, levels, onSave, onCancel }: SavePresetProps) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const save = () => {
    const found = presetProblem(presets, name);
    setProblem(found);
    if (found === null) onSave(name);
  };

  // The dialog around it hears neither: Enter would send its form, Escape would close it.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      save();
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the field inside
    <div className={styles.save} onKeyDown={onKeyDown}>
      <TextInput
        size="xs"
        label={t('permissions.presetName')}
        data-autofocus
        data-mantine-stop-propagation
        maxLength={PRESET_NAME_LENGTH}
        value={name}
        error={problem}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <p className={styles.sum}>{sumLine(levels)}</p>
      <div className={styles.buttons}>
        <Button size="xs" variant="default" data-mantine-stop-propagation onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button size="xs" data-mantine-stop-propagation onClick={save}>
          {t('permissions.savePreset')}
        </Button>
      </div>
    </div>
  );
}
