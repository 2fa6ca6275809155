import { runBuilder } from './builder.mjs';

/*
 * Makes the installers of this system into `dist/`, for both processors. electron-builder fetches the tools and the
 * Electrons for it. Further arguments go to it.
 */
process.exit(await runBuilder(process.argv.slice(2), { ownElectron: false }));
