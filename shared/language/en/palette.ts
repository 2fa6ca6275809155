export const palette = {
  title: 'Go to anything',
  placeholder: 'A command, or a key by name, ID or last four',
  results: 'Results',
  nothing: 'Nothing matches',
  recent: 'Recent',
  commands: 'Commands',
  keys: 'Keys',
  count_one: '{{count}} result',
  count_other: '{{count}} results',
} as const;
