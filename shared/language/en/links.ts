export const links = {
  link: 'Link',
  untilUnlocked: 'A link was opened. It waits until the window is unlocked.',
  untilSignedIn: 'A link was opened. It waits until you are signed in.',
  untilStored: 'A link was opened. It waits until the new key is stored.',
  refused: 'This link is none that Keydesk knows. Nothing was done.',
  elsewhere: 'A link was opened about {{name}}, which is not open now.',
  unknown: 'This link is about a project that Keydesk does not know here. Nothing was done.',
  openThere: 'Open it there',
  untilClosed: 'A link was opened. It waits until you have closed what is open.',
  notInList: 'This link is about a key that is not in the list.',
  fillsIn: 'A link was opened that fills in a new key. {{problem}}.',
} as const;
