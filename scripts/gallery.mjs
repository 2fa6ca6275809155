import { takePictures } from './pictures.mjs';

/* Takes a picture of every view and state, for artifacts/gallery/index.html. */
process.exit(await takePictures('take-gallery.ts'));
