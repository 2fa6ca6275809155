export const format = {
  unknown: 'unknown',
  justNow: 'just now',
  keys_one: '{{count}} key',
  keys_other: '{{count}} keys',
  unreadableName: 'Unreadable name',
  invisibleName: 'Name without visible characters',
} as const;
