import { markdownTable } from './markdown-table.mjs';

/** @import { Package } from './shipped-packages.mjs' */

/** Why each package that the code imports is there. */
export const WHY = {
  '@mantine/core': 'controls with keyboard and screen reader done: dialogs, menus, fields',
  '@mantine/hooks': 'what the controls need',
  '@mantine/spotlight': 'the command palette',
  '@tabler/icons-react': 'icons, one file each, only those that are used',
  '@tanstack/react-virtual': 'draws the rows that are seen, of 100,000',
  'electron-log': 'writes the log file and renames it when it is large',
  'electron-store': 'writes the settings file',
  'electron-updater':
    'finds, fetches, checks and installs a newer version; built in only where a feed is named',
  hono: 'the routes of the embedded key API',
  i18next: 'the texts of each language, with plurals and values',
  ky: 'requests with limits of time and quiet retries',
  papaparse: 'reads and writes CSV',
  react: 'the page',
  'react-dom': 'the page',
  zod: 'checks what comes from the page, the server and the disk',
  zustand: 'the state of a screen outside of its components',
};

/** What may be in the bundle: none of it asks for the program's own source. */
export const ALLOWED_LICENSES = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'Python-2.0',
  '(MIT OR CC0-1.0)',
]);

/**
 * The text of `docs/dependencies.md`.
 * @param {readonly string[]} imported
 * @param {readonly Package[]} shipped
 * @param {Readonly<Record<string, string>>} releases the last release of each imported package
 */
export function dependenciesText(imported, shipped, releases) {
  const direct = imported.map((name) => {
    const { version = '?', license = '?' } = shipped.find((one) => one.name === name) ?? {};
    const why = /** @type {Record<string, string>} */ (WHY)[name] ?? '?';
    return [`\`${name}\``, version, license, releases[name] ?? '?', why];
  });
  const others = shipped.filter(({ name }) => !imported.includes(name));
  return `# What is shipped

Written by \`npm run dependencies\`; a test tells when it is out of date. All of these are bundled into the program, so they
stand under \`devDependencies\`, and the archive holds no \`node_modules\`. Their licences lie beside the program.

${markdownTable(['package', 'version', 'licence', 'last release', 'why'], direct)}

What they need in turn:

${markdownTable(
  ['package', 'version', 'licence'],
  others.map(({ name, version, license }) => [`\`${name}\``, version, license]),
)}

Beside them lies Electron (MIT) with Chromium and Node, whose licences are in \`LICENSES.chromium.html\`.
`;
}
