import { ActionIcon, TextInput } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useState } from 'react';
import styles from './masked-input.module.css';

type MaskedInputProps = {
  readonly fieldRef: RefObject<HTMLInputElement | null>;
  readonly label: string;
  /** The names of the button at its end. */
  readonly showLabel: string;
  readonly hideLabel: string;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly readOnly?: boolean;
  readonly maxLength?: number;
  /** Takes the focus when what holds it opens. */
  readonly autofocus?: boolean;
};

/**
 * A text field whose characters are drawn as discs: no password manager offers to keep them. It is read through its
 * ref when it is sent, so that what is typed is never part of any state.
 */
export function MaskedInput(props: MaskedInputProps) {
  const { fieldRef, label, description, error, readOnly = false, maxLength, autofocus = false } = props;
  const [shown, setShown] = useState(false);
  const Icon = shown ? IconEyeOff : IconEye;
  return (
    <TextInput
      ref={fieldRef}
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      classNames={shown ? {} : { input: styles.hidden ?? '' }}
      error={error}
      readOnly={readOnly}
      maxLength={maxLength}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="off"
      {...(autofocus ? { 'data-autofocus': true } : {})}
      rightSection={
        <ActionIcon
          size={24}
          aria-label={shown ? props.hideLabel : props.showLabel}
          onClick={() => setShown(!shown)}
        >
          <Icon size={15} aria-hidden="true" />
        </ActionIcon>
      }
    />
  );
}
