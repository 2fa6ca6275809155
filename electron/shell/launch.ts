import { app } from 'electron';
import { readCommandLine } from './command-line.ts';
import {
  isShipped,
  type LaunchOptions,
  readDevelopmentSwitches,
  removeBackDoors,
} from './launch-switches.ts';

/** What the program is started with. A shipped one that is asked for anything else ends here. */
export function readLaunch(): LaunchOptions {
  if (!isShipped(app.isPackaged, import.meta.dirname)) return readDevelopmentSwitches(app.commandLine);
  removeBackDoors(process.env);
  const read = readCommandLine(process.argv.slice(1), app.getVersion());
  switch (read.kind) {
    case 'start':
      return { openDemo: false, profileFolder: read.profileFolder, policyFile: null };
    case 'answer':
      process.stdout.write(read.text);
      return process.exit(0);
    case 'refused':
      process.stderr.write(read.text);
      return process.exit(2);
  }
}
