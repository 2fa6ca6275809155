import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLock, IconRestore } from '@tabler/icons-react';
import { useId } from 'react';
import { t } from '../../shared/language/words.ts';
import {
  isDefault,
  SETTINGS,
  type SettingChange,
  type SettingId,
  type SettingValues,
} from '../../shared/settings.ts';
import { SettingControl } from './setting-control.tsx';
import { settingHint, settingLabel, valueText } from './setting-words.ts';
import styles from './settings.module.css';

export type SettingRowProps = {
  readonly id: SettingId;
  readonly values: SettingValues;
  /** What the policy rules of it; null where it says nothing. */
  readonly rule: { readonly text: string; readonly most: number | null } | null;
  /** Why it cannot be set here, in the place of its hint; null where it can. */
  readonly off: string | null;
  readonly isTold: boolean;
  readonly onChange: (changed: SettingChange) => void;
};

/** A setting: what it is and what it is at first, at the left; the choice, and the way back, at the right. */
export function SettingRow({ id, values, rule, off, isTold, onChange }: SettingRowProps) {
  const elementId = useId();
  const label = settingLabel(id);
  const Label = SETTINGS[id].kind === 'some' ? 'span' : 'label';
  const disabled = !isTold || off !== null || (rule !== null && rule.most === null);
  const usual = SETTINGS[id].default as never;
  const reset = () => {
    // The button goes with what it did: the focus stays at the setting.
    document.getElementById(elementId)?.focus();
    onChange({ [id]: usual });
  };
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        {/* Several boxes have their own labels, and this one as a group. */}
        <Label {...(SETTINGS[id].kind === 'some' ? {} : { htmlFor: elementId })} className={styles.label}>
          {label}
          {rule ? <IconLock className={styles.locked} size={13} aria-hidden="true" /> : null}
        </Label>
        <p id={`${elementId}-hint`} className={styles.hint}>
          {off ?? settingHint(id)} {t('settings.default', { value: valueText(id, usual) })} {rule?.text}
        </p>
      </div>
      <div className={styles.reset}>
        {isTold && !disabled && !isDefault(values, id) ? (
          <Tooltip label={t('settings.reset', { setting: label })}>
            <ActionIcon aria-label={t('settings.reset', { setting: label })} onClick={reset}>
              <IconRestore size={15} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
        ) : null}
      </div>
      <SettingControl
        elementId={elementId}
        id={id}
        values={values}
        most={rule?.most ?? null}
        disabled={disabled}
        onChange={onChange}
      />
    </div>
  );
}
