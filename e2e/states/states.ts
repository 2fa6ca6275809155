import {
  ABOUT_STATES,
  LINK_STATES,
  LOCK_STATES,
  PALETTE_STATES,
  WHOSE_KEY_STATES,
} from './anywhere-states.ts';
import { CONNECTION_STATES, PROJECTS_STATES } from './connection-states.ts';
import { CREATE_STATES } from './create-states.ts';
import { DETAILS_STATES, KEYS_STATES } from './keys-states.ts';
import { NEW_KEY_STATES, REPLACE_STATES } from './new-key-states.ts';
import { SETTINGS_STATES } from './settings-states.ts';
import { SEVERAL_STATES } from './several-states.ts';
import { PROXY_STATES, SIGN_IN_STATES } from './sign-in-states.ts';
import type { StartName } from './stage.ts';
import type { State } from './state.ts';
import { VIEW_STATES } from './view-states.ts';

/** Every state of every view: what is looked at as pictures, and what the tests of accessibility and language go through. */
const STATES: readonly State[] = [
  ...SIGN_IN_STATES,
  ...PROXY_STATES,
  ...KEYS_STATES,
  ...SEVERAL_STATES,
  ...DETAILS_STATES,
  ...CREATE_STATES,
  ...NEW_KEY_STATES,
  ...REPLACE_STATES,
  ...VIEW_STATES,
  ...PALETTE_STATES,
  ...WHOSE_KEY_STATES,
  ...SETTINGS_STATES,
  ...LINK_STATES,
  ...ABOUT_STATES,
  ...CONNECTION_STATES,
  ...PROJECTS_STATES,
  ...LOCK_STATES,
];

/** The states that one started program goes through, in order. */
export function statesFrom(start: StartName): readonly State[] {
  return STATES.filter((state) => state.start === start);
}
