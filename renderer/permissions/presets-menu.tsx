import { Button, Menu, Popover } from '@mantine/core';
import { IconChevronDown, IconDeviceFloppy, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { t } from '../../shared/language/words.ts';
import type { PermissionLevels } from '../../shared/permissions.ts';
import { BUILT_IN_PRESETS, type Preset } from '../../shared/presets.ts';
import { oneLine } from '../format.ts';
import { sumLine } from './catalogue-view.ts';
import styles from './presets-menu.module.css';
import { SavePreset } from './save-preset.tsx';
import { usePresets } from './use-presets.ts';

type PresetsMenuProps = {
  readonly levels: PermissionLevels;
  readonly disabled: boolean;
  readonly onChoose: (preset: Preset) => void;
};

/** Levels that are chosen all at once: the program's own and one's own. */
export function PresetsMenu({ levels, disabled, onChoose }: PresetsMenuProps) {
  const { presets, save, remove } = usePresets();
  const [saving, setSaving] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setSaving(false);
    button.current?.focus();
  };
  return (
    // The button's own menu is what it controls; this box takes its place.
    <Popover
      withRoles={false}
      opened={saving}
      onChange={setSaving}
      position="bottom-start"
      width={280}
      trapFocus
    >
      <Popover.Target>
        <span>
          <Menu position="bottom-start" width={260}>
            <Menu.Target>
              <Button
                ref={button}
                size="xs"
                variant="default"
                disabled={disabled}
                rightSection={<IconChevronDown size={14} aria-hidden="true" />}
              >
                {t('permissions.presets')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {BUILT_IN_PRESETS.map((preset) => (
                <Menu.Item key={preset.name} title={sumLine(preset.levels)} onClick={() => onChoose(preset)}>
                  {preset.name}
                </Menu.Item>
              ))}
              {presets.length > 0 ? <Menu.Label>{t('permissions.yourOwn')}</Menu.Label> : null}
              {presets.map((preset) => (
                <OwnPreset key={preset.name} preset={preset} onChoose={onChoose} onDelete={remove} />
              ))}
              <Menu.Divider />
              <Menu.Item
                leftSection={<IconDeviceFloppy size={15} aria-hidden="true" />}
                onClick={() => setSaving(true)}
              >
                {t('permissions.saveAsPresetMore')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </span>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('permissions.saveAsPreset')}>
        <SavePreset
          presets={presets}
          levels={levels}
          onCancel={close}
          onSave={(name) => {
            save(name, levels);
            close();
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

type OwnPresetProps = Pick<PresetsMenuProps, 'onChoose'> & {
  readonly preset: Preset;
  readonly onDelete: (name: string) => void;
};

function OwnPreset({ preset, onChoose, onDelete }: OwnPresetProps) {
  const name = oneLine(preset.name);
  return (
    <div className={styles.own}>
      <Menu.Item className={styles.name} title={sumLine(preset.levels)} onClick={() => onChoose(preset)}>
        <bdi>{name}</bdi>
      </Menu.Item>
      <Menu.Item
        className={styles.delete}
        closeMenuOnClick={false}
        aria-label={t('permissions.deletePreset', { name })}
        onClick={() => onDelete(preset.name)}
      >
        <IconTrash size={14} aria-hidden="true" />
      </Menu.Item>
    </div>
  );
}
