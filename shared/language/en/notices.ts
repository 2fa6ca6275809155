export const notices = {
  settingsRestored: 'The settings file was damaged. The last good settings are in use.',
  settingsDefault: 'The settings file was damaged. The default settings are in use.',
  copyUnreadable: 'The offline copy could not be read. It was put aside, and the list is loaded afresh.',
  copyNotSaved: 'The offline copy could not be saved. The disk may be full or read-only.',
  copyUnprotected:
    'The offline copy could not be renewed. The keyring of this computer does not protect it now.',
  policyBroken: '{{problem}} The strictest rules hold. Tell whoever administers this computer.',
  copyNewer:
    'The offline copy was written by a newer version of Keydesk and is left alone. No copy is kept meanwhile.',
  factsRestored:
    'The file of what is known of keys on this computer was damaged. The last good version is in use.',
  factsBegunAnew:
    'The file of what is known of keys on this computer was damaged and put aside. It begins anew.',
  notices: 'Notices',
} as const;
