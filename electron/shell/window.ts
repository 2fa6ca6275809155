import { join } from 'node:path';
import { BrowserWindow, Menu, nativeTheme, type Session, screen, type WebFrameMain } from 'electron';
import { APP_PAGE, CRASH_PAGE } from './app-scheme.ts';
import { createCrashGuard } from './crash-guard.ts';
import { becomeMainWindow, mainWindow } from './main-window.ts';
import { textMenuTemplate } from './text-menu.ts';
import { arrangementOf, placeFor, type WindowPlace } from './window-place.ts';

/** The page of the developer's server; a build has none. */
const DEV_PAGE: string | undefined = import.meta.env.DEV ? process.env['ELECTRON_RENDERER_URL'] : undefined;

const LEAST = { width: 720, height: 480 } as const;

/** Every permission and every device is refused: the page needs none. Nor does Chromium fetch dictionaries for it. */
export function denyPermissions(session: Session): void {
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL('http://127.0.0.1:1/');
  session.setPermissionRequestHandler((_page, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  session.on('will-download', (event) => event.preventDefault());
}

/**
 * The page has no network. Its policy forbids it all but WebRTC, so what it may still try ends at a proxy of a name
 * that cannot exist (RFC 6761); `pinPage` closes the way around it.
 */
export async function cutOffNetwork(session: Session): Promise<void> {
  if (DEV_PAGE) return;
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'https://no-network.invalid:1',
    proxyBypassRules: '<-loopback>',
  });
}

/** Whether a frame is the top frame of our window on our own page. */
export function isOwnPage(frame: WebFrameMain | null): boolean {
  const window = mainWindow();
  if (!window || !frame || frame !== window.webContents.mainFrame) return false;
  return frame.url === APP_PAGE || (DEV_PAGE !== undefined && frame.url.startsWith(DEV_PAGE));
}

/** The page stays where it is: no navigation, no frame, no window, no webview. */
function pinPage({ webContents }: BrowserWindow): void {
  webContents.on('will-navigate', (event) => {
    const leadsBack = webContents.getURL() === CRASH_PAGE && event.url === APP_PAGE;
    if (!leadsBack) event.preventDefault();
  });
  webContents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  webContents.on('will-redirect', (event) => event.preventDefault());
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

const USUAL_SIZE = { width: 1180, height: 760 } as const;

/** The window as it is now, to be found so again. */
function placeOf(window: BrowserWindow): WindowPlace {
  return {
    displays: arrangementOf(screen.getAllDisplays()),
    bounds: window.getNormalBounds(),
    state: window.isFullScreen() ? 'full-screen' : window.isMaximized() ? 'maximized' : 'normal',
    zoom: window.webContents.getZoomLevel(),
  };
}

type WindowParts = {
  /** Where it was, the newest first. */
  readonly places: readonly WindowPlace[];
  readonly onPlace: (place: WindowPlace) => void;
  readonly mayClose: () => boolean;
  /** The person did something in the window. */
  readonly onTouch: () => void;
  readonly onPageGone: (reason: string) => void;
  /** The page has drawn its first picture and can be seen. */
  readonly onShown: () => void;
};

/** The one window. It shows itself when its first picture is ready. */
export function openWindow({ places, onPlace, mayClose, onTouch, onPageGone, onShown }: WindowParts): void {
  const place = placeFor(places, screen.getAllDisplays());
  const window = new BrowserWindow({
    ...(place?.bounds ?? USUAL_SIZE),
    fullscreen: place?.state === 'full-screen',
    minWidth: LEAST.width,
    minHeight: LEAST.height,
    show: false,
    title: 'Keydesk',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1c1e22' : '#ffffff',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableDialogs: true,
      devTools: import.meta.env.DEV,
    },
  });
  becomeMainWindow(window);
  pinPage(window);
  // Before the first picture: nobody sees it change.
  window.webContents.once('dom-ready', () => window.webContents.setZoomLevel(place?.zoom ?? 0));
  window.webContents.on('input-event', onTouch);
  window.webContents.on('context-menu', (_event, params) => {
    const items = textMenuTemplate(params);
    if (items.length > 0) Menu.buildFromTemplate([...items]).popup({ window });
  });
  window.once('ready-to-show', () => {
    // It shows the window as well: not before its first picture.
    if (place?.state === 'maximized') window.maximize();
    window.show();
    onShown();
  });
  const crashed = createCrashGuard({
    reload: () => void window.loadURL(DEV_PAGE ?? APP_PAGE),
    // The developer's server has no such page: it is reloaded by hand.
    showCrashPage() {
      if (!DEV_PAGE) void window.loadURL(CRASH_PAGE);
    },
    clock: () => performance.now(),
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    onPageGone(reason);
    if (reason !== 'clean-exit') crashed(window.webContents.getURL() === CRASH_PAGE);
  });
  window.on('close', (event) => {
    if (!mayClose()) event.preventDefault();
    else onPlace(placeOf(window));
  });
  void window.loadURL(DEV_PAGE ?? APP_PAGE);
}
