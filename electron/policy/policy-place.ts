/**
 * Where the policy lies. Only an administrator may write there, and none of it comes from the environment, which
 * whoever starts the program may change.
 */
export function policyPlace(platform: NodeJS.Platform): string {
  switch (platform) {
    case 'win32':
      // Not ProgramData: there everybody may make a folder that is not there yet.
      return 'C:\\Program Files\\Keydesk\\policy.json';
    case 'darwin':
      return '/Library/Application Support/Keydesk/policy.json';
    default:
      return '/etc/keydesk/policy.json';
  }
}

/** The file to read, and who must own it. @param ownFile of a program for development, whose own user owns it. */
export function policySource(ownFile: string | null): {
  readonly file: string;
  readonly administrator: number | null;
} {
  const own = process.getuid?.() ?? null;
  const administrator = process.platform === 'win32' ? null : 0;
  return ownFile === null
    ? { file: policyPlace(process.platform), administrator }
    : { file: ownFile, administrator: own };
}
