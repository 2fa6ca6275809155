import { Button } from '@mantine/core';
import { t } from '../../shared/language/words.ts';
import type { GivenConnection } from '../../shared/policy.ts';
import { shownName } from '../format.ts';
import styles from './policy.module.css';

type GivenConnectionsProps = {
  readonly connections: readonly GivenConnection[];
  readonly disabled: boolean;
  /** One alone is offered too: it fills in more than its address. */
  readonly offersOne?: boolean;
  readonly onChoose: (connection: GivenConnection) => void;
};

/** The connections that the policy gives beforehand: each fills in its address. One alone may be filled in already. */
export function GivenConnections({
  connections,
  disabled,
  offersOne = false,
  onChoose,
}: GivenConnectionsProps) {
  if (connections.length < (offersOne ? 1 : 2)) return null;
  return (
    <fieldset aria-label={t('policy.given')} className={styles.given}>
      {connections.map((connection) => (
        <Button
          key={`${connection.name} ${connection.address}`}
          size="xs"
          variant="default"
          disabled={disabled}
          title={connection.address}
          onClick={() => onChoose(connection)}
        >
          {shownName(connection.name)}
        </Button>
      ))}
    </fieldset>
  );
}
