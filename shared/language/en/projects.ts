export const projects = {
  title: 'All projects',
  project: 'Project',
  notUpToDate: 'Projects that are not up to date',
  maybeNotWhole: '{{name}}: the server did not say whether it sent the whole list.',
  notAllowed: '{{name}}: this token may not see the keys of this project.',
  needsToken: '{{name}} needs a new token.',
  needsTokenCopy: '{{name}} needs a new token. Showing its list from {{when}}.',
  notRead: '{{name}} could not be read: {{sentence}}.',
  fromCopy: '{{name}}: list from {{when}}. {{sentence}}.',
  tokenFor: 'Token for {{name}}…',
} as const;
