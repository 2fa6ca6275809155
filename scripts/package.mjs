import { runBuilder } from './builder.mjs';

/*
 * Packages the program for this machine into `dist/`, as a folder: that needs no download beside Electron.
 * Further arguments go to electron-builder.
 */
process.exit(await runBuilder(['--dir', ...process.argv.slice(2)], { ownElectron: true }));
