import { createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { isIP } from 'node:net';

export type Certificate = { readonly key: string; readonly cert: string };

type CertificateOptions = {
  /** The one name or IPv4 address that it is for. */
  readonly host: string;
  readonly from?: Date;
  readonly until?: Date;
  /** Who vouches for it; else it vouches for itself. */
  readonly issuer?: { readonly name: string; readonly key: KeyObject };
};

/** One element of DER: its tag, the length of its content, its content (X.690, 8.1). */
function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  if (content.length < 128) return Buffer.concat([Buffer.from([tag, content.length]), content]);
  const hex = content.length.toString(16);
  const length = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, content]);
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const utcTime = (date: Date): Buffer =>
  der(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`, 'latin1'));
const nameOf = (text: string): Buffer =>
  sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(text, 'utf8')))));

const DAY = 24 * 60 * 60 * 1000;

const ECDSA_WITH_SHA256 = sequence(oid('2a8648ce3d040302'));

/** `subjectAltName`: what a client compares the host with. */
function alternativeName(host: string): Buffer {
  const isAddress = isIP(host) === 4;
  const content = isAddress ? Buffer.from(host.split('.').map(Number)) : Buffer.from(host, 'latin1');
  return sequence(oid('551d11'), der(0x04, sequence(der(isAddress ? 0x87 : 0x82, content))));
}

/** Three that nobody should take from a server at this address, by what is wrong with them. */
export function badCertificates(
  host: string,
): Readonly<Record<'self-signed' | 'expired' | 'for another host', Certificate>> {
  const [from, until] = [new Date(Date.now() - 9 * DAY), new Date(Date.now() - DAY)];
  return {
    'self-signed': makeCertificate({ host }),
    expired: makeCertificate({ host, from, until }),
    'for another host': makeCertificate({ host: 'example.com' }),
  };
}

/** A certificate made on the spot (X.509, RFC 5280), valid from yesterday for a month unless said otherwise. */
export function makeCertificate({ host, from, until, issuer }: CertificateOptions): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const serial = Buffer.concat([Buffer.from([0x01]), randomBytes(8)]);
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    ECDSA_WITH_SHA256,
    nameOf(issuer?.name ?? host),
    sequence(utcTime(from ?? new Date(Date.now() - DAY)), utcTime(until ?? new Date(Date.now() + 30 * DAY))),
    nameOf(host),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(alternativeName(host))),
  );
  const signature = createSign('SHA256')
    .update(content)
    .sign(issuer?.key ?? privateKey);
  const whole = sequence(content, ECDSA_WITH_SHA256, der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}
