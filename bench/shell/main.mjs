import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, BrowserWindow, MessageChannelMain, protocol } from 'electron';

/*
 * The bare window that everything is measured against, and the window of the other tables: Electron and a page. The
 * window is made as the program makes its own. `--page=floor` says which page, `--rows=file` where its rows are.
 */

const argument = (name) =>
  process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '';

const PAGES = path.join(import.meta.dirname, '..', 'out', 'pages');
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};
const CHUNK = 1000;

protocol.registerSchemesAsPrivileged([
  { scheme: 'bench', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
void app.whenReady().then(start);

async function serve(request) {
  const { pathname } = new URL(request.url);
  const file = pathname === '/rows.json' ? argument('rows') : path.join(PAGES, path.normalize(pathname));
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  return new Response(await readFile(file), { headers: { 'content-type': type } });
}

function start() {
  protocol.handle('bench', serve);
  const window = new BrowserWindow({
    width: 1180,
    height: 760,
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      preload: path.join(import.meta.dirname, 'preload.cjs'),
    },
  });
  window.once('ready-to-show', () => window.show());
  globalThis.readRows = readRows;
  globalThis.sendRows = () => sendRows(window);
  void window.loadURL(`bench://pages/${argument('page')}.html`);
}

/** The list in pieces over a port, the way that was fastest of all that were tried. */
let rows = [];
async function readRows() {
  rows = JSON.parse(await readFile(argument('rows'), 'utf8'));
}

async function sendRows(window) {
  const { port1, port2 } = new MessageChannelMain();
  window.webContents.postMessage('port', null, [port1]);
  for (let sent = 0; sent < rows.length; sent += CHUNK) {
    port2.postMessage(rows.slice(sent, sent + CHUNK));
    await new Promise(setImmediate);
  }
  port2.postMessage(null);
}

app.on('window-all-closed', () => app.quit());
