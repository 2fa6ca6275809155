import { runBuilder } from './builder.mjs';
import { setUp } from './setup.mjs';

/*
 * Makes the installers of this system into `dist/`, for both processors. electron-builder fetches the tools and the
 * Electrons for it. Further arguments go to it.
 */
await setUp();
const { UPDATE_FEED: feed } = await import('../electron/updates/feed.ts');
const announced = feed ? ['-c.publish.provider=generic', `-c.publish.url=${feed}`] : [];
process.exit(await runBuilder([...announced, ...process.argv.slice(2)], { ownElectron: false }));
