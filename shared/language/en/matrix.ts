export const matrix = {
  other: 'Other',
  families: 'families that Keydesk has no name for',
  label: 'Keys by permission',
  unknown: 'Unknown',
  hint: 'Press the head of a column to see who can write there',
  showWrite: 'Show the keys that can write {{where}}',
  showAny: 'Show the keys that have any access to {{where}}',
  showAll: 'Show the keys whatever their access to {{where}}',
  reachOf: '{{resource}}: {{level}}',
  readLetter: 'R',
  writeLetter: 'W',
  customLetter: 'C',
} as const;
