export const whoseKey = {
  title: 'Whose key is this?',
  wholeKey: 'Whole key',
  hint: 'Only its last four letters are compared, on this computer. It is neither stored nor sent.',
  pasteWhole: 'Paste the whole key: a longer text without spaces',
  find: 'Find',
  none: 'No key in the list ends in {{ending}}.',
  found_one: 'One key ends in {{ending}}:',
  found_other: '{{count}} keys end in {{ending}}:',
  showKey: 'Show key',
  hideKey: 'Hide key',
  more_one: 'And {{count}} more.',
  more_other: 'And {{count}} more.',
} as const;
