import { NativeSelect, Radio, Switch, TextInput } from '@mantine/core';
import {
  COLOURS,
  CONNECTION_NAME_LENGTH,
  type Colour,
  type ConnectionSettings,
  ENVIRONMENT_NAME_LENGTH,
  ENVIRONMENTS,
  type Environment,
  typesNameToDelete,
  usualColour,
} from '../../shared/connections.ts';
import { t } from '../../shared/language/words.ts';
import { useSettings } from '../settings/settings-context.tsx';
import styles from './connections.module.css';

const ENVIRONMENT_LABELS: Readonly<Record<Environment, string>> = {
  production: t('connections.production'),
  staging: t('connections.staging'),
  development: t('connections.development'),
  own: t('connections.otherEnvironment'),
};

const COLOUR_LABELS: Readonly<Record<Colour, string>> = {
  gray: t('connections.gray'),
  blue: t('connections.blue'),
  teal: t('connections.teal'),
  green: t('connections.green'),
  amber: t('connections.amber'),
  orange: t('connections.orange'),
  pink: t('connections.pink'),
  violet: t('connections.violet'),
};

type LookFieldsProps = {
  readonly settings: ConnectionSettings;
  readonly onChange: (settings: ConnectionSettings) => void;
  /** What it is called without a name of its own. */
  readonly projectName: string;
};

const environmentOf = (value: string): Environment => ENVIRONMENTS.find((each) => each === value) ?? 'own';
const colourOf = (value: string): Colour => COLOURS.find((each) => each === value) ?? 'gray';

/** The name, the environment and the colour of a connection, and what follows of them. */
export function LookFields({ settings, onChange, projectName }: LookFieldsProps) {
  const { typeNameInProduction } = useSettings().values;
  const change = (changed: Partial<ConnectionSettings>) => onChange({ ...settings, ...changed });
  return (
    <>
      <TextInput
        label={t('common.name')}
        placeholder={projectName}
        value={settings.ownName ?? ''}
        maxLength={CONNECTION_NAME_LENGTH}
        autoComplete="off"
        data-autofocus
        onChange={({ currentTarget: { value } }) => change({ ownName: value === '' ? null : value })}
      />
      <div className={styles.pair}>
        <NativeSelect
          label={t('connections.environment')}
          value={settings.environment}
          data={ENVIRONMENTS.map((value) => ({ value, label: ENVIRONMENT_LABELS[value] }))}
          onChange={({ currentTarget: { value } }) => {
            const environment = environmentOf(value);
            change({ environment, colour: usualColour(environment) ?? settings.colour });
          }}
        />
        {settings.environment === 'own' ? (
          <TextInput
            label={t('connections.ownWord')}
            placeholder={t('connections.noWord')}
            value={settings.environmentName}
            maxLength={ENVIRONMENT_NAME_LENGTH}
            autoComplete="off"
            onChange={({ currentTarget: { value } }) => change({ environmentName: value })}
          />
        ) : null}
      </div>
      <Radio.Group
        label={t('connections.colour')}
        value={settings.colour}
        onChange={(value) => change({ colour: colourOf(value) })}
      >
        <div className={styles.colours}>
          {COLOURS.map((colour) => (
            <Radio
              key={colour}
              value={colour}
              size="xs"
              label={
                <span className={styles.colour}>
                  <span className={styles.dot} data-colour={colour} aria-hidden="true" />
                  {COLOUR_LABELS[colour]}
                </span>
              }
            />
          ))}
        </div>
      </Radio.Group>
      <Switch
        size="xs"
        label={t('connections.askName')}
        checked={typesNameToDelete(settings, typeNameInProduction)}
        onChange={({ currentTarget: { checked } }) => change({ typesNameToDelete: checked })}
      />
    </>
  );
}
