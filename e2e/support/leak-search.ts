import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A text in every coding that a program may leave it in. */
function codings(text: string): readonly Buffer[] {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16 = Buffer.from(text, 'utf16le');
  // Within a longer base64 text it begins at any of three places, and its first and last characters depend on what
  // is beside it: those are left away.
  const base64 = [0, 1, 2].flatMap((shift) => {
    const coded = Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .replace(/=+$/, '');
    const own = coded.slice(
      shift === 0 ? 0 : shift + 1,
      coded.length - ((shift + utf8.length) % 3 === 0 ? 0 : 1),
    );
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });
  const hex = utf8.toString('hex');
  const percent = [...utf8].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const texts = [
    text,
    ...base64,
    hex,
    hex.toUpperCase(),
    percent,
    percent.toUpperCase(),
    encodeURIComponent(text),
  ];
  return [...new Set(texts)]
    .map((coded) => Buffer.from(coded, 'latin1'))
    .concat([
      utf8,
      utf16,
      Buffer.from(utf16).swap16(),
      Buffer.from(Buffer.from(hex, 'latin1').toString('utf8'), 'utf16le'),
    ]);
}

/** Which of the texts some bytes hold, in any coding. */
export function textsIn(content: string | Uint8Array, texts: readonly string[]): readonly string[] {
  const bytes = Buffer.from(content);
  return texts.filter((text) => codings(text).some((coded) => bytes.includes(coded)));
}

/** The files below a folder that hold one of the texts, in any coding. What goes away meanwhile holds none. */
export async function filesWith(folder: string, texts: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    const file = path.join(entry.parentPath, entry.name);
    if (textsIn(file, texts).length > 0) found.push(file);
    if (!entry.isFile()) continue;
    const content = await readFile(file).catch(() => Buffer.alloc(0));
    if (textsIn(content, texts).length > 0) found.push(file);
  }
  return found;
}
