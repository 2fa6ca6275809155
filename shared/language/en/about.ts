export const about = {
  purpose: 'Look after the API keys of a project. MIT licensed.',
  system: 'System',
  licences: 'Licences',
  lead: 'Keydesk is built with these. Each opens to its licence.',
  chromium: 'The licences of Chromium and Node lie beside the program, in {{file}}.',
  missing: 'The licences could not be loaded. Close Keydesk and start it again.',
  program: 'Keydesk {{version}}',
} as const;
