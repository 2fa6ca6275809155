import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { SpokenLanguage } from '../../shared/language/languages.ts';
import type { SettingValues } from '../../shared/settings.ts';

/** The page's own origin: nothing else may call main. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = `${APP_SCHEME}://keydesk`;
export const APP_PAGE = `${APP_ORIGIN}/index.html`;
/** Shown where the page keeps crashing: no script, one link back to the page. */
export const CRASH_PAGE = `${APP_ORIGIN}/crashed.html`;

/** What the scheme may do; registered before the app is ready. */
export const APP_SCHEME_PRIVILEGES = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true },
} as const;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Scripts, fonts and images from the app alone; no connection, no frame, no form. */
function contentSecurityPolicy(styleNonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    // Mantine puts its variables into a style tag at run time.
    `style-src 'self' 'nonce-${styleNonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // See renderer/trusted-types.ts for the one policy.
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

/** What a page is served with; each is one of a few words of our own. */
export type PageLook = {
  readonly language: SpokenLanguage;
  readonly density: SettingValues['density'];
  /** Whether it begins with the settings. */
  readonly opensSettings: boolean;
  /** Whether it begins with the lock screen: nothing else is painted before. */
  readonly isLocked: boolean;
};

function attributesFor({ language, density, opensSettings, isLocked }: PageLook): string {
  const begins = `${opensSettings ? ' data-opens="settings"' : ''}${isLocked ? ' data-locked' : ''}`;
  return `lang="${language}" data-density="${density}"${begins}`;
}

/** The files of a folder by their path in the scheme: `/index.html`, `/assets/…`. */
function listFiles(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [`/${relative(folder, file).split(sep).join('/')}`, file];
    }),
  );
}

/**
 * Answers requests of the app's scheme from the files that lie in `folder` at start. A path that is not, letter
 * for letter, one of them is a 404: there is no path arithmetic to trick. A page is served as it is to look from its
 * first picture on.
 */
export function createAppScheme(
  folder: string,
  pageLook: () => PageLook,
): (request: Request) => Promise<Response> {
  const files = listFiles(folder);
  const page = (html: string, nonce: string): string =>
    html.replaceAll('__CSP_NONCE__', nonce).replace('<html lang="en"', `<html ${attributesFor(pageLook())}`);
  return async (request) => {
    const url = new URL(request.url);
    const file = `${url.protocol}//${url.host}` === APP_ORIGIN ? files.get(url.pathname) : undefined;
    if (!file || request.method !== 'GET') return new Response('Not found', { status: 404 });
    const nonce = randomBytes(16).toString('base64');
    const content = await readFile(file);
    const body = extname(file) === '.html' ? page(content.toString('utf8'), nonce) : content;
    return new Response(body, {
      headers: {
        'Content-Type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
        'Content-Security-Policy': contentSecurityPolicy(nonce),
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Resource-Policy': 'same-origin',
        'Referrer-Policy': 'no-referrer',
        'Cache-Control': 'no-store',
      },
    });
  };
}
