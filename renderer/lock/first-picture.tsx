import { Opening } from '../session/opening.tsx';

/** What is painted until main has told of the lock: the outline of the main view, or nothing before a lock screen. */
export function FirstPicture() {
  return document.documentElement.hasAttribute('data-locked') ? null : <Opening />;
}
