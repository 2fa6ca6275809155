import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';
import { typesNameToDelete } from '../../shared/connections.ts';
import type { WordName } from '../../shared/language/words.ts';
import { type NameToType, nameToType } from '../../shared/typed-name.ts';
import { useOpenLook } from '../connections/open-connection.ts';
import { words } from '../language/words.tsx';
import { useSettings } from '../settings/settings-context.tsx';

type TypedName = {
  /** Whether the key may be deleted as far as the name goes. */
  readonly matches: boolean;
  /** Where it is typed; null where it need not be. */
  readonly field: (disabled: boolean) => ReactNode;
};

const TYPE_LABELS = {
  name: 'deletion.typeName',
  'last four characters': 'deletion.typeLastFour',
  'key id': 'deletion.typeKeyId',
} as const satisfies Readonly<Record<NameToType['what'], WordName>>;

/** Where the connection is set so, a key is deleted only once its name was typed. */
export function useTypedName(row: KeyRow): TypedName {
  const isAsked = typesNameToDelete(useOpenLook(), useSettings().values.typeNameInProduction);
  const [typed, setTyped] = useState('');
  const { what, text } = nameToType(row);
  if (!isAsked) return { matches: true, field: () => null };
  return {
    matches: typed.trim() === text,
    field: (disabled) => (
      <TextInput
        label={words(TYPE_LABELS[what], {
          text: (
            <b>
              <bdi>{text}</bdi>
            </b>
          ),
        })}
        value={typed}
        disabled={disabled}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget: { value } }) => setTyped(value)}
      />
    ),
  };
}
