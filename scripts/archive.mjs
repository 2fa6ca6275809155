import path from 'node:path';
import { makeArchive } from './make-archive.mjs';
import { sourceDate } from './source-date.mjs';

/* Packs an unpacked program as a release has it: `npm run archive -- dist/linux-unpacked keydesk.tar.gz`. */
const [folder, file] = process.argv.slice(2);
if (!folder || !file) {
  process.stderr.write('Give the folder of the unpacked program and the name of the archive.\n');
  process.exit(2);
}
await makeArchive({
  folder: path.resolve(folder),
  name: path.basename(file, '.tar.gz'),
  file: path.resolve(file),
  epoch: await sourceDate(),
});
