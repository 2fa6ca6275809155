import { CREATE_STATES, NEW_KEY_STATES, REPLACE_STATES } from './create-states.ts';
import { DETAILS_STATES, KEYS_STATES, SEVERAL_STATES } from './keys-states.ts';
import { SIGN_IN_STATES } from './sign-in-states.ts';
import type { StartName } from './stage.ts';
import type { State } from './state.ts';
import { ABOUT_STATES, ANYWHERE_STATES, CONNECTION_STATES, LOCK_STATES, VIEW_STATES } from './view-states.ts';

/** Every state of every view: what is looked at as pictures, and what the tests of accessibility go through. */
const STATES: readonly State[] = [
  ...SIGN_IN_STATES,
  ...KEYS_STATES,
  ...SEVERAL_STATES,
  ...DETAILS_STATES,
  ...CREATE_STATES,
  ...NEW_KEY_STATES,
  ...REPLACE_STATES,
  ...VIEW_STATES,
  ...ANYWHERE_STATES,
  ...ABOUT_STATES,
  ...CONNECTION_STATES,
  ...LOCK_STATES,
];

/** The states that one started program goes through, in order. */
export function statesFrom(start: StartName): readonly State[] {
  return STATES.filter((state) => state.start === start);
}
