import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './project.mjs';
import { licenceOf, shippedPackages } from './shipped-packages.mjs';

/**
 * What the window "About Keydesk" lists: Keydesk, the Electron it runs on, and all that is bundled.
 * @returns {Promise<{ name: string, version: string | null, license: string, text: string }[]>}
 */
export async function licences() {
  const read = async (/** @type {string} */ file) =>
    (await readFile(path.join(ROOT, file), 'utf8')).trim().replaceAll('\r\n', '\n');
  const packages = await shippedPackages();
  return [
    { name: 'Keydesk', version: null, license: 'MIT', text: await read('LICENSE') },
    { name: 'Electron', version: null, license: 'MIT', text: await read('node_modules/electron/LICENSE') },
    ...(await Promise.all(
      packages.map(async (one) => ({
        name: one.name,
        version: one.version,
        license: one.license,
        text: await licenceOf(one),
      })),
    )),
  ];
}

/** For the configuration of a build: the licences in the place of their name in renderer/about/licences.ts. */
export async function licencesToPutIn() {
  return { LICENCES_OF_THIS_BUILD: JSON.stringify(await licences()) };
}
