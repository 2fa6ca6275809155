import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeIcons } from './make-icons.mjs';
import { ROOT } from './project.mjs';
import { setUp } from './setup.mjs';

/* Makes the icons of the installers anew out of `resources/icon.svg`. */
await setUp();
const resources = path.join(ROOT, 'resources');
const icons = await makeIcons(await readFile(path.join(resources, 'icon.svg'), 'utf8'));
await rm(path.join(resources, 'icons'), { recursive: true, force: true });
await mkdir(path.join(resources, 'icons'), { recursive: true });
for (const [name, content] of icons) await writeFile(path.join(resources, name), content);
