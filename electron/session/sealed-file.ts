import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import type { Cipher } from './cipher.ts';

export type Unsealed =
  | { readonly kind: 'opened'; readonly text: string }
  /** Written by a newer version of the program. */
  | { readonly kind: 'newer' }
  /** The keyring protects nothing now, so it is not asked. */
  | { readonly kind: 'unprotected' }
  /** The keyring does not open the key of this file. */
  | { readonly kind: 'not-opened' }
  | { readonly kind: 'damaged' };

/** The content of encrypted files of one kind. */
export type FileSeal = {
  /** @throws where the keyring does not encrypt now. */
  seal(owner: string, text: string | Buffer): Promise<Buffer>;
  unseal(owner: string, file: Buffer): Promise<Unsealed>;
  /** Whether a newer version of the program wrote the file that lies there. */
  isNewer(file: string): Promise<boolean>;
  isProtected(): Promise<boolean>;
};

export type FileSealParts = {
  /** What kind of file it is; the files of another are not taken for it. */
  readonly format: string;
  readonly version: number;
  readonly cipher: Cipher;
};

/** The header is one line of JSON; the rest of the file is the ciphertext. */
const LINE_BREAK = 0x0a;
const LONGEST_HEADER = 8_192;

const base64 = z.base64().transform((text) => Buffer.from(text, 'base64'));

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/**
 * Encrypts each file with a key of its own (AES-256-GCM of Node's), which the keyring encrypts in turn. A file is tied
 * to its owner and its version: that of another owner is not taken for this one's.
 */
export function createFileSeal({ format, version, cipher }: FileSealParts): FileSeal {
  const versionedHeader = z.object({ format: z.literal(format), version: z.int().min(1) });
  const header = versionedHeader.extend({
    /** The key of this one file, as the keyring encrypted it. */
    key: base64,
    nonce: base64,
    tag: base64,
  });
  const boundTo = (owner: string) => Buffer.from(`${format}/${version}/${owner}`);
  const isProtected = async () => (await cipher.protection()).kind === 'protected';

  /** @throws where there is no header. */
  function headerOf(file: Buffer): { line: unknown; version: number; content: Buffer } {
    const end = file.subarray(0, LONGEST_HEADER).indexOf(LINE_BREAK);
    if (end < 0) throw new Error('No header');
    const line: unknown = JSON.parse(file.subarray(0, end).toString('utf8'));
    return { line, version: versionedHeader.parse(line).version, content: file.subarray(end + 1) };
  }

  /** @throws where it is not what was sealed for this owner. */
  async function decrypt(
    owner: string,
    key: Buffer,
    { nonce, tag }: z.infer<typeof header>,
    content: Buffer,
  ): Promise<string> {
    const aes = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
      .setAAD(boundTo(owner))
      .setAuthTag(tag);
    return (await unzip(Buffer.concat([aes.update(content), aes.final()]))).toString('utf8');
  }

  return {
    isProtected,

    async seal(owner, text) {
      const key = randomBytes(32);
      const nonce = randomBytes(12);
      const aes = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(owner));
      const content = Buffer.concat([aes.update(await zip(text, { level: 1 })), aes.final()]);
      const line = JSON.stringify({
        format,
        version,
        key: Buffer.from(await cipher.encrypt(key.toString('base64'))).toString('base64'),
        nonce: nonce.toString('base64'),
        tag: aes.getAuthTag().toString('base64'),
      });
      return Buffer.concat([Buffer.from(`${line}\n`), content]);
    },

    async unseal(owner, file) {
      try {
        const found = headerOf(file);
        if (found.version > version) return { kind: 'newer' };
        if (!(await isProtected())) return { kind: 'unprotected' };
        const about = header.parse(found.line);
        const key = await cipher.decrypt(about.key).catch(() => null);
        if (key === null) return { kind: 'not-opened' };
        return {
          kind: 'opened',
          text: await decrypt(owner, Buffer.from(key, 'base64'), about, found.content),
        };
      } catch {
        return { kind: 'damaged' };
      }
    },

    async isNewer(file) {
      // To open a pipe would wait for somebody to write into it.
      const isPlain = await stat(file).then(
        (about) => about.isFile(),
        () => false,
      );
      const handle = isPlain ? await open(file, 'r').catch(() => null) : null;
      if (!handle) return false;
      try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(LONGEST_HEADER), 0, LONGEST_HEADER, 0);
        return headerOf(buffer.subarray(0, bytesRead)).version > version;
      } catch {
        return false;
      } finally {
        await handle.close();
      }
    },
  };
}
