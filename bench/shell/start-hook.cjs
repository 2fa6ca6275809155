const { app } = require('electron');

/*
 * Loaded before a program's own main: tells on one line each when the window was ready to show and when the first row
 * was painted, in milliseconds since the process began. `BENCH_ROW` is the selector of a row; without it there is none.
 */

app.commandLine.appendSwitch('password-store', 'gnome-libsecret');

const say = (line) => process.stdout.write(`bench ${JSON.stringify(line)}\n`);
const sinceStart = (at = Date.now()) => at - process.getCreationTime();
const row = process.env.BENCH_ROW;

const LOOK = `new Promise((resolve) => {
  const look = () => {
    if (!document.querySelector(${JSON.stringify(row)})) return requestAnimationFrame(look);
    requestAnimationFrame(() => requestAnimationFrame(() => resolve({
      at: Date.now(),
      painted: performance.getEntriesByName('first-paint')[0]?.startTime ?? 0,
      loaded: performance.getEntriesByType('resource').map(({ name, startTime, responseEnd }) =>
        ({ name, startTime, responseEnd })),
    })));
  };
  look();
})`;

app.on('browser-window-created', (_event, window) => {
  window.once('ready-to-show', () => say({ ready: sinceStart() }));
  if (!row) return;
  window.webContents.once('dom-ready', async () => {
    const seen = await window.webContents.executeJavaScript(LOOK);
    say({ ...seen, rows: sinceStart(seen.at) });
  });
});
