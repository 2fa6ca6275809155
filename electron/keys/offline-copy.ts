import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import type { KeyRow } from '../../shared/api-key.ts';
import type { Project, SignedInUser } from '../../shared/session-state.ts';
import type { Cipher } from '../session/cipher.ts';
import { readPlain, removeLeftovers, writeWhole } from '../session/safe-file.ts';

/** A whole list of keys, and whose it is. */
export type ListCopy = {
  /** When its loading ended, in milliseconds since the epoch. */
  readonly savedAt: number;
  readonly project: Project | null;
  readonly user: SignedInUser | null;
  readonly rows: readonly KeyRow[];
};

export type CopyRead =
  | { readonly kind: 'copy'; readonly copy: ListCopy }
  /** There is none, or the keyring does not open it now; what lies there stays. */
  | { readonly kind: 'none' }
  /** Damaged, or made with another key: it was put aside as `.bad`. */
  | { readonly kind: 'unreadable' }
  /** Written by a newer version of the program: left alone. */
  | { readonly kind: 'newer' };

/** `off`: no copy is to be kept. */
export type CopySaved = 'saved' | 'unprotected' | 'not-saved' | 'newer' | 'off';

/** The offline copies in the profile, one encrypted file a connection. */
export type OfflineCopies = {
  read(connectionId: string): Promise<CopyRead>;
  /** Whole or not at all: what lay there before stays whole when this one cannot be written. */
  save(connectionId: string, copy: ListCopy): Promise<CopySaved>;
  /** @throws the file system's error where something is left. */
  remove(connectionId: string): Promise<void>;
  /** @throws the file system's error where something is left. */
  removeAll(): Promise<void>;
};

const VERSION = 1;
const FORMAT = 'keydesk-offline-copy';
/** The header is one line of JSON; the rest of the file is the ciphertext. */
const LINE_BREAK = 0x0a;
const LONGEST_HEADER = 8_192;
/** Some ten times what a project of 100,000 keys comes to. */
const MOST_BYTES = 256 * 1024 * 1024;

const base64 = z.base64().transform((text) => Buffer.from(text, 'base64'));

const versionedHeader = z.object({ format: z.literal(FORMAT), version: z.int().min(1) });

const header = versionedHeader.extend({
  version: z.literal(VERSION),
  /** The key of this one file, as the keyring encrypted it. */
  key: base64,
  nonce: base64,
  tag: base64,
});

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** Ties a file to its connection and its version: a copy of another connection is not taken for this one's. */
function boundTo(connectionId: string): Buffer {
  return Buffer.from(`${FORMAT}/${VERSION}/${connectionId}`);
}

async function seal(cipher: Cipher, connectionId: string, copy: ListCopy): Promise<Buffer> {
  const key = randomBytes(32);
  const nonce = randomBytes(12);
  const aes = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(connectionId));
  const content = Buffer.concat([aes.update(await zip(JSON.stringify(copy), { level: 1 })), aes.final()]);
  const line = JSON.stringify({
    format: FORMAT,
    version: VERSION,
    key: Buffer.from(await cipher.encrypt(key.toString('base64'))).toString('base64'),
    nonce: nonce.toString('base64'),
    tag: aes.getAuthTag().toString('base64'),
  });
  return Buffer.concat([Buffer.from(`${line}\n`), content]);
}

/** What has passed the check of its tag was written by this program: its rows are not parsed one by one. */
async function unseal(
  cipher: Cipher,
  connectionId: string,
  line: unknown,
  content: Buffer,
): Promise<ListCopy> {
  const { key, nonce, tag } = header.parse(line);
  const opened = Buffer.from(await cipher.decrypt(key), 'base64');
  const aes = createDecipheriv('aes-256-gcm', opened, nonce, { authTagLength: 16 })
    .setAAD(boundTo(connectionId))
    .setAuthTag(tag);
  const text = await unzip(Buffer.concat([aes.update(content), aes.final()]));
  return JSON.parse(text.toString('utf8')) as ListCopy;
}

/** @throws where there is no header. */
function headerOf(file: Buffer): { line: unknown; version: number; content: Buffer } {
  const end = file.subarray(0, LONGEST_HEADER).indexOf(LINE_BREAK);
  if (end < 0) throw new Error('No header');
  const line: unknown = JSON.parse(file.subarray(0, end).toString('utf8'));
  return { line, version: versionedHeader.parse(line).version, content: file.subarray(end + 1) };
}

/** Whether a newer version of the program wrote the file that lies there. */
async function isNewer(file: string): Promise<boolean> {
  // To open a pipe would wait for somebody to write into it.
  const isPlain = await stat(file).then(
    (about) => about.isFile(),
    () => false,
  );
  const handle = isPlain ? await open(file, 'r').catch(() => null) : null;
  if (!handle) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(LONGEST_HEADER), 0, LONGEST_HEADER, 0);
    return headerOf(buffer.subarray(0, bytesRead)).version > VERSION;
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}

/**
 * Encrypts each copy with a key of its own (AES-256-GCM of Node's), which the keyring encrypts in turn. Without a
 * keyring that protects there is no copy.
 * @param folder a folder of its own in the profile.
 */
export function createOfflineCopies(folder: string, cipher: Cipher): OfflineCopies {
  const fileOf = (connectionId: string) => join(folder, `${connectionId}.keys`);
  const isProtected = async () => (await cipher.protection()).kind === 'protected';

  async function readFrom(file: string, connectionId: string): Promise<CopyRead> {
    const bytes = await readPlain(file, MOST_BYTES).catch(
      (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
    );
    if (bytes === true) return { kind: 'none' };
    if (bytes === false) return { kind: 'unreadable' };
    try {
      const { line, version, content } = headerOf(bytes);
      if (version > VERSION) return { kind: 'newer' };
      if (!(await isProtected())) return { kind: 'none' };
      return { kind: 'copy', copy: await unseal(cipher, connectionId, line, content) };
    } catch {
      await rename(file, `${file}.bad`).catch(() => undefined);
      return { kind: 'unreadable' };
    }
  }

  return {
    async read(connectionId) {
      const file = fileOf(connectionId);
      await removeLeftovers(file);
      return readFrom(file, connectionId);
    },
    async save(connectionId, copy) {
      const file = fileOf(connectionId);
      if (!(await isProtected())) return 'unprotected';
      if (await isNewer(file)) return 'newer';
      try {
        await writeWhole(file, await seal(cipher, connectionId, copy));
        return 'saved';
      } catch {
        return 'not-saved';
      }
    },
    async remove(connectionId) {
      const file = fileOf(connectionId);
      await removeLeftovers(file);
      await Promise.all([file, `${file}.bad`].map((each) => rm(each, { force: true })));
    },
    removeAll: () => rm(folder, { recursive: true, force: true }),
  };
}
