export const views = {
  missing: 'This part of Keydesk could not be loaded. Close Keydesk and start it again.',
  views: 'Views',
  keys: 'API Keys',
  byPermission: 'By permission',
  review: 'Review',
  changes: 'Changes',
  activity: 'Activity',
} as const;
