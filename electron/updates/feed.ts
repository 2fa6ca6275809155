/**
 * Where releases are announced: the https address of the folder with `latest.yml` and its like. The one place for it;
 * `npm run installers` writes it into the installers as well. While it is empty Keydesk has no update menu and asks
 * nobody.
 */
export const UPDATE_FEED: string = '';

type Surroundings = {
  readonly feed: string;
  readonly isShipped: boolean;
  readonly isAllowed: boolean;
  readonly platform: NodeJS.Platform;
  /** The AppImage that runs; nothing for a deb, an rpm or an unpacked archive. */
  readonly appImage: string | undefined;
};

function isHttps(feed: string): boolean {
  return URL.canParse(feed) && new URL(feed).protocol === 'https:';
}

/** Whether this program looks for updates. Where a package manager or a policy rules, it does not. */
export function looksForUpdates({ feed, isShipped, isAllowed, platform, appImage }: Surroundings): boolean {
  if (!isShipped || !isAllowed || !isHttps(feed)) return false;
  return platform === 'linux' ? Boolean(appImage) : platform === 'darwin' || platform === 'win32';
}
