export const session = {
  administratorsOnly: 'Administrators only',
  onlyAdministrators:
    'Only users with the Administrator role in the project can access the API Keys section.',
  opening: 'Opening the connection',
  unreachable: 'The project cannot be reached',
  signedInAs: 'You are signed in to {{project}} as {{user}}.',
  signedInAsRole: 'You are signed in to {{project}} as {{user}} with the role {{role}}.',
  tokenMayNot: 'The token for {{project}} may not manage API keys.',
  didNotAnswer: '{{project}} at {{address}} did not answer. You are still signed in.',
} as const;
