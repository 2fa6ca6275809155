import type { RefObject } from 'react';
import { MaskedInput } from '../masked-input.tsx';

type TokenInputProps = {
  readonly fieldRef: RefObject<HTMLInputElement | null>;
  readonly error: string | null;
  readonly readOnly: boolean;
};

/** The admin token; what becomes of it is said where it is typed. */
export function TokenInput({ fieldRef, error, readOnly }: TokenInputProps) {
  return (
    <MaskedInput
      fieldRef={fieldRef}
      label="Admin token"
      what="token"
      description="Sent to this address only, and kept only where this computer's keyring protects it."
      error={error}
      readOnly={readOnly}
      autofocus
    />
  );
}
