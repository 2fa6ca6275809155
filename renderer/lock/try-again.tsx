import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { t } from '../../shared/language/words.ts';
import { useSecondsUntil } from '../use-seconds-until.ts';

/** "Try again in 1 second", "… in 4 seconds", "… in 5 minutes". */
function waitText(seconds: number): string {
  return seconds <= 90
    ? t('lock.tryInSeconds', { count: seconds })
    : t('lock.tryInMinutes', { count: Math.ceil(seconds / 60) });
}

/** When the next pass phrase may be tried. It counts down for the eye; it is read out once. */
export function TryAgain({ until }: { readonly until: number }) {
  const left = useSecondsUntil(until);
  const [first] = useState(left);
  return (
    <>
      <VisuallyHidden role="alert">{waitText(first)}</VisuallyHidden>
      <span role="timer">{waitText(left)}</span>
    </>
  );
}
