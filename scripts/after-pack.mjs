import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { licenceTexts } from './shipped-packages.mjs';

/**
 * Electron's own start page would stand ready beside the program's archive: it loads whatever folder it is given. The
 * licences of what is bundled come beside it.
 * @param {{ appOutDir: string, electronPlatformName: string, packager: { appInfo: { productFilename: string } } }} context
 */
export async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const resources =
    electronPlatformName === 'darwin'
      ? path.join(`${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : 'resources';
  await rm(path.join(appOutDir, resources, 'default_app.asar'), { force: true });
  const isMac = electronPlatformName === 'darwin';
  const licences = path.join(appOutDir, isMac ? resources : '', 'LICENSES.packages.txt');
  await writeFile(licences, await licenceTexts());
}
