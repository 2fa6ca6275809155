import { takePictures } from './pictures.mjs';

/* Takes the README's pictures anew. */
process.exit(await takePictures('take-pictures.ts'));
