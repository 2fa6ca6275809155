import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { APP_ORIGIN, createAppScheme, type PageLook } from './app-scheme.ts';

const PLAIN: PageLook = { language: 'en', density: 'comfortable', opensSettings: false, isLocked: false };

describe('createAppScheme', () => {
  let look = PLAIN;
  let answer: (request: Request) => Promise<Response>;

  beforeAll(async () => {
    const outside = await mkdtemp(join(tmpdir(), 'keydesk-scheme-'));
    const folder = join(outside, 'renderer');
    await mkdir(join(folder, 'assets'), { recursive: true });
    await writeFile(join(outside, 'secret.txt'), 'secret');
    await writeFile(join(folder, 'index.html'), '<html lang="en"><meta nonce="__CSP_NONCE__">');
    await writeFile(join(folder, 'assets', 'page.js'), 'export {};');
    answer = createAppScheme(folder, () => look);
  });

  const get = (url: string): Promise<Response> => answer(new Request(url));

  it('serves the files of the folder with their type and the policy', async () => {
    const script = await get(`${APP_ORIGIN}/assets/page.js`);
    expect(script.status).toBe(200);
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(script.headers.get('content-security-policy')).toContain("connect-src 'none'");
  });

  it('gives the page a fresh style nonce each time, the same as in the policy', async () => {
    const [first, second] = [await get(`${APP_ORIGIN}/index.html`), await get(`${APP_ORIGIN}/index.html`)];
    const nonce = /nonce="([^"]+)"/.exec(await first.text())?.[1] ?? 'none';
    expect(first.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
    expect(second.headers.get('content-security-policy')).not.toContain(nonce);
  });

  it('gives the page its language, its density and where it begins', async () => {
    const page = async () => (await get(`${APP_ORIGIN}/index.html`)).text();
    expect(await page()).toContain('<html lang="en" data-density="comfortable">');
    look = { language: 'es', density: 'compact', opensSettings: true, isLocked: true };
    expect(await page()).toContain(
      '<html lang="es" data-density="compact" data-opens="settings" data-locked>',
    );
    look = PLAIN;
  });

  it.each([
    '/',
    '/missing.js',
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/..%2f..%2fetc%2fpasswd',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
    '/index.html%00',
    '/INDEX.HTML',
    '/assets',
    '/assets/',
  ])('answers 404 to %s', async (path) => {
    expect((await get(`${APP_ORIGIN}${path}`)).status).toBe(404);
  });

  it('answers 404 to another host of the scheme and to another method', async () => {
    expect((await get('app://elsewhere/index.html')).status).toBe(404);
    const post = new Request(`${APP_ORIGIN}/index.html`, { method: 'POST' });
    expect((await answer(post)).status).toBe(404);
  });
});
