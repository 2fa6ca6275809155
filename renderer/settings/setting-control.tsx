import { Checkbox, NativeSelect, Switch } from '@mantine/core';
import type { OptionalColumn } from '../../shared/optional-columns.ts';
import { SETTINGS, type SettingChange, type SettingId, type SettingValues } from '../../shared/settings.ts';
import { COLUMN_LABELS } from '../columns/column-labels.ts';
import { amountOf, choiceValue, minutesLabel, secondsLabel, timeChoices } from '../security/time-choices.ts';
import { settingLabel, valueText } from './setting-words.ts';
import styles from './settings.module.css';

export type ControlProps = {
  /** Of the element, for its label and its hint. */
  readonly elementId: string;
  readonly id: SettingId;
  readonly values: SettingValues;
  /** The longest time that the policy allows; null where it says nothing. */
  readonly most: number | null;
  readonly disabled: boolean;
  readonly onChange: (changed: SettingChange) => void;
};

const numbers = (least: number, most: number): readonly number[] =>
  Array.from({ length: most - least + 1 }, (_, index) => least + index);

/** A setting by its kind: a list to choose from, a switch, or several boxes. */
export function SettingControl(props: ControlProps) {
  const { id, values } = props;
  const setting = SETTINGS[id];
  switch (setting.kind) {
    case 'choice': {
      const current = values[id] as string | number;
      // One that is not offered, from the file, has its place among them.
      const all: readonly (string | number)[] = setting.values;
      const shown = all.includes(current) ? all : [...all, current];
      return (
        <Choices
          {...props}
          data={shown.map((value) => ({ value: String(value), label: valueText(id, value as never) }))}
          value={String(current)}
          onPick={(picked) => shown.find((value) => String(value) === picked)}
        />
      );
    }
    case 'count':
      return (
        <Choices
          {...props}
          data={numbers(setting.least, setting.most).map((value) => ({
            value: String(value),
            label: String(value),
          }))}
          value={String(values[id])}
          onPick={Number}
        />
      );
    case 'time': {
      const label = setting.unit === 'minutes' ? minutesLabel : secondsLabel;
      const current = values[id] as number | null;
      return (
        <Choices
          {...props}
          data={timeChoices(setting.offered, current, label, props.most)}
          value={choiceValue(current)}
          onPick={amountOf}
        />
      );
    }
    case 'switch':
      return <OnOff {...props} />;
    case 'some':
      return <Columns {...props} />;
  }
}

type ChoicesProps = ControlProps & {
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onPick: (picked: string) => string | number | null | undefined;
};

function Choices({ elementId, id, disabled, onChange, data, value, onPick }: ChoicesProps) {
  return (
    <NativeSelect
      id={elementId}
      aria-describedby={`${elementId}-hint`}
      className={styles.select}
      data={[...data]}
      value={value}
      disabled={disabled || data.length < 2}
      onChange={({ currentTarget }) => {
        const picked = onPick(currentTarget.value);
        if (picked !== undefined) onChange({ [id]: picked });
      }}
    />
  );
}

function OnOff({ elementId, id, values, disabled, onChange }: ControlProps) {
  return (
    <Switch
      id={elementId}
      aria-describedby={`${elementId}-hint`}
      checked={values[id] === true}
      disabled={disabled}
      onChange={({ currentTarget: { checked } }) => onChange({ [id]: checked })}
    />
  );
}

function Columns({ elementId, id, values, disabled, onChange }: ControlProps) {
  const { columns } = values;
  const choose = (column: OptionalColumn, isShown: boolean) => {
    const others = columns.filter((each) => each !== column);
    onChange({ columns: isShown ? [...others, column] : others });
  };
  return (
    <fieldset
      className={styles.boxes}
      aria-label={settingLabel(id)}
      aria-describedby={`${elementId}-hint`}
      disabled={disabled}
    >
      {SETTINGS.columns.values.map((column, index) => (
        <Checkbox
          key={column}
          id={index === 0 ? elementId : `${elementId}-${column}`}
          size="xs"
          label={COLUMN_LABELS[column]}
          checked={columns.includes(column)}
          onChange={({ currentTarget: { checked } }) => choose(column, checked)}
        />
      ))}
    </fieldset>
  );
}
