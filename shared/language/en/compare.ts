export const compare = {
  title: 'Compare API keys',
  comparison: 'Comparison',
  idUnreadable: 'id unreadable',
  maySame: 'These keys may do the same.',
  nothing: 'Nothing.',
  different: 'Different ({{number}})',
  same: 'The same ({{number}})',
  restriction: 'Restriction',
} as const;
