import type { RefObject } from 'react';
import { t } from '../../shared/language/words.ts';
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
      label={t('signIn.adminToken')}
      showLabel={t('signIn.showToken')}
      hideLabel={t('signIn.hideToken')}
      description={t('signIn.tokenHint')}
      error={error}
      readOnly={readOnly}
      autofocus
    />
  );
}
