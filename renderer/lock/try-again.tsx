import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useSecondsUntil } from '../use-seconds-until.ts';

/** "1 second", "4 seconds", "5 minutes". */
function lengthOf(seconds: number): string {
  const [amount, unit] = seconds <= 90 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

/** When the next pass phrase may be tried. It counts down for the eye; it is read out once. */
export function TryAgain({ until }: { readonly until: number }) {
  const left = useSecondsUntil(until);
  const [first] = useState(left);
  return (
    <>
      <VisuallyHidden role="alert">Try again in {lengthOf(first)}</VisuallyHidden>
      <span role="timer">Try again in {lengthOf(left)}</span>
    </>
  );
}
