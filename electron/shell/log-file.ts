import { join } from 'node:path';
import logger from 'electron-log/node';
import type { LineSink } from './log.ts';

/** The file is renamed to `keydesk.old.log`, in the place of the one before, once it is larger. */
const MOST_BYTES = 1024 * 1024;

/**
 * Lines in `keydesk.log`, each on the disk before the program goes on, so that a crash loses none: two files, twice
 * the size at most. The library swallows what the disk refuses and tries again with the next line. Only its writer
 * of files is used; its entry for Electron would open a channel to the page.
 */
export function openLogFile(folder: string, mostBytes = MOST_BYTES): LineSink {
  const { transports } = logger.create({ logId: folder });
  // It would complain with the whole path. The terminal has every line anyway.
  for (const { console } of [logger.transports, transports]) console.writeFn = () => undefined;
  const { file } = transports;
  file.setAppName('Keydesk');
  file.resolvePathFn = () => join(folder, 'keydesk.log');
  file.maxSize = mostBytes;
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  file.transforms = [({ data }) => data[0]];
  return (line) => file({ data: [line], date: new Date(), level: 'info' });
}
