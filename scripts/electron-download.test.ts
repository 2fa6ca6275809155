import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { downloadElectron } from './electron-download.mjs';

/* Against a server of its own on this machine; nothing is downloaded. */
describe('the download of Electron', () => {
  let root: string;
  let server: Server;

  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'keydesk-download-'));
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    expect(await readdir(root), 'nothing half made is left in the cache').toEqual([]);
    await rm(root, { recursive: true });
  });

  async function download(answer: RequestListener, stallMs: number) {
    server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const mirror = `http://127.0.0.1:${port}/`;
    return downloadElectron({ root, version: '45.4.1', mirror, stallMs, tell: () => {} });
  }

  it('is given up when no byte arrives', async () => {
    await expect(download(() => {}, 100)).rejects.toThrow('no byte arrived for 0.1 s');
  });

  it('is given up when the bytes stop', async () => {
    await expect(download((_, response) => void response.write('PK'), 200)).rejects.toThrow(
      'no byte arrived',
    );
  });

  it('goes on as long as bytes arrive, and refuses a file that is not the published one', async () => {
    const drip: RequestListener = (_, response) => {
      let left = 6;
      const timer = setInterval(() => {
        response.write('PK');
        left -= 1;
        if (left > 0) return;
        clearInterval(timer);
        response.end();
      }, 100);
    };
    await expect(download(drip, 300)).rejects.toThrow(/checksum/i);
  });
});
