export const palette = {
  title: 'Go to anything',
  placeholder: 'A command, a connection, or a key by name, ID or last four',
  results: 'Results',
  nothing: 'Nothing matches',
  recent: 'Recent',
  commands: 'Commands',
  connections: 'Connections',
  isOpen: 'Open now',
  keys: 'Keys',
  count_one: '{{count}} result',
  count_other: '{{count}} results',
} as const;
