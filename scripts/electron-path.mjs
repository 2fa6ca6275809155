import { ensureElectron } from './electron.mjs';
import { setUp } from './setup.mjs';

/* Prints the path of the Electron in use, for other programs to read: nothing else goes to stdout. */
await setUp();
const electron = await ensureElectron();
process.stdout.write(`${electron.path}\n`);
