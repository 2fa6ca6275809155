export const details = {
  exact: 'Exact permissions',
  fullAccess: 'The key has full access to all API resources.',
  restrictedNoAccess: 'Restricted, no access',
  noResource: 'The key cannot access any resource.',
  onlyListed: 'The key has only the permissions listed here.',
  standing:
    'If you need to change a key’s permissions, you must delete it and create a new one with the desired configuration.',
  unreadableKey: 'Unreadable key',
  unreadableWords:
    'The server sent it, but with fields that are missing or wrong. What could be read is shown above. Missing or wrong:',
  copyId: 'Copy ID',
  unreadable: 'unreadable',
  alwaysRestrict: 'Always restrict your keys.',
  restrictAdvice:
    '{{advice}} Avoid using unrestricted keys. Assign each key only the permissions it needs to function. This limits the impact if a key is compromised.',
  rotate: 'Rotate keys periodically.',
  rotateAdvice:
    '{{advice}} This key is older than a year. Create a new key and delete this one: it reduces the risk of unauthorized access if it may have been leaked.',
  detailsOf: 'Details of {{name}}',
} as const;
