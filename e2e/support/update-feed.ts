import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request as plainRequest } from 'node:http';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import { makeCertificate } from './certificates.ts';

/** What a feed announces, and what it then hands over. */
export type Announcement = {
  readonly version: string;
  readonly content: Buffer;
  /** Of another content: a checksum that does not fit. */
  readonly announced?: Buffer;
  /** The line breaks after so many bytes. */
  readonly cutAfter?: number;
  /** Leads there instead of answering. */
  readonly redirect?: string;
  /** Where the file lies; else beside the announcement. */
  readonly fileUrl?: string;
};

export type UpdateFeed = {
  readonly url: string;
  /** The paths that were asked for, without their query. */
  readonly asked: string[];
  /** Every header of every request, by its name. */
  readonly headers: string[];
  /** The certificate of the authority that vouches for it. */
  readonly authority: string;
  announce(next: Announcement): void;
  close(): void;
};

const FILE = 'Keydesk.AppImage';

function latest({ version, content, announced = content, fileUrl = FILE }: Announcement): string {
  const sha512 = createHash('sha512').update(announced).digest('base64');
  return [
    `version: ${version}`,
    'files:',
    `  - url: ${fileUrl}`,
    `    sha512: ${sha512}`,
    `    size: ${content.length}`,
    `path: ${FILE}`,
    `sha512: ${sha512}`,
    "releaseDate: '2026-01-01T00:00:00.000Z'",
    '',
  ].join('\n');
}

/** A feed on this machine, over TLS. */
export async function startUpdateFeed(): Promise<UpdateFeed> {
  const certificate = makeCertificate({ host: '127.0.0.1' });
  let now: Announcement = { version: '0.0.0', content: Buffer.alloc(0) };
  const asked: string[] = [];
  const headers: string[] = [];
  const server = createServer(certificate, (incoming, answer) => {
    const { pathname } = new URL(incoming.url ?? '/', 'https://feed.invalid');
    asked.push(pathname);
    headers.push(...Object.keys(incoming.headers));
    if (pathname.endsWith('.yml')) {
      answer.end(latest(now));
      return;
    }
    if (now.redirect) {
      answer.writeHead(302, { location: now.redirect }).end();
      return;
    }
    answer.writeHead(200, { 'content-length': now.content.length });
    if (now.cutAfter === undefined) answer.end(now.content);
    else answer.write(now.content.subarray(0, now.cutAfter), () => answer.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}/keydesk`,
    asked,
    headers,
    authority: certificate.cert,
    announce(next) {
      now = next;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The library's own way to fetch, with Node's network in the place of Chromium's, which trusts one authority. */
export class TestExecutor extends ElectronHttpExecutor {
  readonly authority: string | undefined;

  constructor(authority: string | undefined) {
    super();
    this.authority = authority;
  }

  // biome-ignore lint/suspicious/noExplicitAny: The library has no types for these.
  override createRequest(options: any, onAnswer: (answer: any) => void): any {
    const open = options.protocol === 'http:' ? plainRequest : request;
    return open({ ...options, ca: this.authority, agent: false }, onAnswer);
  }
}
