import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { SMALL } from '../e2e/states/stage.ts';
import { START_NAMES, walkStates } from '../e2e/states/walk.ts';
import { PROJECT_ROOT } from '../e2e/support/launch.ts';
import { resize } from '../e2e/support/window-size.ts';
import { LANGUAGES } from '../shared/language/languages.ts';
import { setTheme, THEMES, takePicture } from './demo-window.ts';
import { galleryPage, type Picture } from './gallery-page.ts';

/* Every view and state as pictures, light and dark, small and large, on one page. */
const GALLERY = path.join(PROJECT_ROOT, 'artifacts', 'gallery');
const SIZES = [SMALL, { width: 1440, height: 900 }] as const;

const { values } = parseArgs({
  options: { only: { type: 'string' }, language: { type: 'string', default: 'en' } },
});
const language = LANGUAGES.find((each) => each === values.language);
if (!language) throw new Error(`--language is one of ${LANGUAGES.join(', ')}`);
const pictures: Picture[] = [];
const failures: string[] = [];

await rm(GALLERY, { recursive: true, force: true });
await mkdir(GALLERY, { recursive: true });
for (const start of START_NAMES) {
  if (values.only && values.only !== start) continue;
  const broken = await walkStates(
    start,
    {
      look: async ({ view, name }, { keydesk }) => {
        for (const size of SIZES) {
          await resize(keydesk, size);
          for (const theme of THEMES) {
            await setTheme(keydesk, theme);
            const file = `${slug(`${view} ${name}`)}-${theme}-${size.width}`;
            await takePicture(keydesk, GALLERY, file);
            pictures.push({ view, name, theme, size: `${size.width} × ${size.height}`, file: `${file}.png` });
          }
        }
        // The next state begins small: the menu of a row stays where it was opened.
        await resize(keydesk, SMALL);
      },
    },
    language,
  );
  failures.push(...broken);
}
await writeFile(path.join(GALLERY, 'index.html'), galleryPage(pictures, language));
process.stdout.write(`${pictures.length} pictures: artifacts/gallery/index.html\n`);
for (const failure of failures) process.stderr.write(`${failure}\n`);
if (failures.length > 0) process.exitCode = 1;

function slug(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
