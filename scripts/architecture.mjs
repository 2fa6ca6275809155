import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withPicture } from './architecture-picture.mjs';

/* Draws in docs/architecture.md which folder of the main process uses which. */
const file = path.resolve(import.meta.dirname, '../docs/architecture.md');
writeFileSync(file, withPicture(readFileSync(file, 'utf8')));
