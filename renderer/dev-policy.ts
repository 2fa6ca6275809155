import type { Plugin } from 'vite';

/** Fixed on purpose: a development server on this computer guards nothing. */
const DEV_NONCE = 'keydesk-dev';

/**
 * What the development server needs beyond the shipped policy: its client talks over a web socket and adds
 * styles and the refresh preamble of React inline. `apply: 'serve'` keeps it out of every build.
 */
const DEV_POLICY = [
  "default-src 'none'",
  `script-src 'self' 'nonce-${DEV_NONCE}'`,
  `style-src 'self' 'nonce-${DEV_NONCE}'`,
  "style-src-attr 'unsafe-inline'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self' ws:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The page's policy while it is developed: the nonce of the page, and a header that lets hot reload work. */
export function pageDevPolicy(): Plugin {
  return {
    name: 'keydesk:page-dev-policy',
    apply: 'serve',
    // Vite gives its own inline scripts and styles this nonce too.
    config: () => ({ html: { cspNonce: DEV_NONCE } }),
    configureServer(server) {
      server.middlewares.use((_request, response, next) => {
        response.setHeader('Content-Security-Policy', DEV_POLICY);
        next();
      });
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replaceAll('__CSP_NONCE__', DEV_NONCE),
    },
  };
}
