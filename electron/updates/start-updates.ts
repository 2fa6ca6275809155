import { app } from 'electron';
import { createUpdater } from './updater.ts';
import { createUpdates, type Updates, type UpdatesParts } from './updates.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The library's updater of this system. Loaded only where there is a feed. */
async function updaterOfSystem() {
  const { AppImageUpdater, MacUpdater, NsisUpdater } = await import('electron-updater');
  switch (process.platform) {
    case 'darwin':
      return new MacUpdater();
    case 'win32':
      return new NsisUpdater();
    default:
      return new AppImageUpdater();
  }
}

/** Looks for updates now and once a day where that is wanted, and when it is asked to. */
export async function startUpdates(
  feed: string,
  { isWanted, ...parts }: Pick<UpdatesParts, 'talk' | 'isBusy'> & { readonly isWanted: () => boolean },
): Promise<Updates> {
  const updates = createUpdates({
    ...parts,
    updater: createUpdater(await updaterOfSystem(), feed),
    // The new version starts before this one has ended, and is to be the only one then.
    beforeInstall: () => app.releaseSingleInstanceLock(),
  });
  const look = () => isWanted() && void updates.lookQuietly();
  look();
  setInterval(look, DAY).unref();
  return updates;
}
