import { join } from 'node:path';
import {
  app,
  dialog,
  session as electronSession,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
} from 'electron';
import type { KnownConnection } from '../shared/connections.ts';
import { t } from '../shared/language/words.ts';
import { registerCalls } from './ipc.ts';
import { linkIn } from './links/links.ts';
import { readPolicy } from './policy/policy.ts';
import { policySource } from './policy/policy-place.ts';
import { createProgram } from './program.ts';
import { schemas } from './schemas.ts';
import { createCipher } from './session/cipher.ts';
import { createProxyLogins } from './session/proxy-logins.ts';
import { openSettings } from './settings/settings.ts';
import { APP_SCHEME, APP_SCHEME_PRIVILEGES, createAppScheme } from './shell/app-scheme.ts';
import { createAppearance } from './shell/appearance.ts';
import { readLaunch } from './shell/launch.ts';
import { forbidReports, isShipped, restrictPage } from './shell/launch-switches.ts';
import { catchFaults, createErrorStream, createLog, createRefusalLog, faultEntry } from './shell/log.ts';
import { openLogFile } from './shell/log-file.ts';
import {
  askNatively,
  bringForward,
  closeWindow,
  isAway,
  mayReachServer,
  protectFromCapture,
  reloadPage,
  sendToPage,
} from './shell/main-window.ts';
import { installMenu } from './shell/menu.ts';
import { electronNetwork } from './shell/network.ts';
import { openFile } from './shell/open-file.ts';
import { saveFile } from './shell/save-file.ts';
import { mayStart } from './shell/single-instance.ts';
import { clearBeforeQuit, electronClipboard, electronTouchId, openFolder, versions } from './shell/system.ts';
import { showSystemNote } from './shell/system-note.ts';
import { updateTalk } from './shell/update-talk.ts';
import { cutOffNetwork, denyPermissions, isOwnPage, openWindow } from './shell/window.ts';
import { looksForUpdates, UPDATE_FEED } from './updates/feed.ts';
import { startUpdates } from './updates/start-updates.ts';

const launch = readLaunch();
restrictPage(app.commandLine);
forbidReports(app.commandLine);
// Windows shows notes of the system only for a program that says which shortcut of the start menu is its own.
app.setAppUserModelId('dev.keydesk.app');
if (launch.profileFolder) app.setPath('userData', launch.profileFolder);
const logFolder = join(app.getPath('userData'), 'logs');
const writeLog = createLog([createErrorStream(process.stderr), openLogFile(logFolder)]);
catchFaults(writeLog);
protocol.registerSchemesAsPrivileged([APP_SCHEME_PRIVILEGES]);

/** macOS hands over a link as an event, also the one that starts the program. */
let firstLink: string | null = null;
const keepLink = (event: { preventDefault(): void }, url: string): void => {
  event.preventDefault();
  firstLink = url;
};
app.on('open-url', keepLink);

const isAlone = mayStart({
  folder: app.getPath('userData'),
  requestLock: () => app.requestSingleInstanceLock(),
});
if (isAlone) void app.whenReady().then(start).catch(giveUp);
else app.quit();

/** Boot, in order: what the system gives, the program, its calls, its page, the window. */
async function start(): Promise<void> {
  const policy = readPolicy(policySource(launch.policyFile));
  writeLog({ event: 'start', versions: versions(), policy: policy.kind });
  const profile = app.getPath('userData');
  const settings = openSettings(profile);
  const appearance = createAppearance({
    nativeTheme,
    systemLanguages: app.getPreferredSystemLanguages(),
    onLanguage() {
      showMenu(program.shownConnections());
      reloadPage();
    },
  });
  appearance.begin(settings.values());
  const proxyLogins = createProxyLogins();
  let lookForUpdates: (() => void) | null = null;
  const showMenu = (connections: readonly KnownConnection[]) =>
    installMenu({
      platform: process.platform,
      connections,
      send: (command) => program.tell('menuCommand', command),
      openLogFolder: () => void openFolder(logFolder),
      lookForUpdates,
    });
  const program = await createProgram({
    profile,
    settings,
    hasUpdates: () => lookForUpdates !== null,
    onSettings: appearance.follow,
    onErased() {
      appearance.begin(settings.values());
      showMenu(program.shownConnections());
      reloadPage();
    },
    policy,
    proxyLogins,
    network: electronNetwork(proxyLogins),
    cipher: createCipher(safeStorage, process.platform),
    clipboard: electronClipboard(),
    touchId: electronTouchId(),
    send: sendToPage,
    log: writeLog,
    versions: versions(),
    askNatively,
    mayReachServer,
    onConnections: showMenu,
    onSecret: protectFromCapture,
    saveFile,
    openFile,
    isAway,
    notify: (note) => showSystemNote(note, () => bringForward(open)),
    closeWindow,
    quit: () => app.quit(),
  });

  registerCalls({
    handlers: program.handlers,
    schemas,
    isTrusted: isOwnPage,
    isLocked: program.lock.isLocked,
    onRefused: createRefusalLog(writeLog),
    onFault: (channel, fault) => writeLog(faultEntry(channel, fault)),
  });
  // The developer's page comes from the development server; a build has only its own files.
  if (!import.meta.env.DEV)
    protocol.handle(
      APP_SCHEME,
      createAppScheme(join(import.meta.dirname, '../renderer'), () => ({
        ...appearance.pageLook(),
        isLocked: program.lock.isLocked(),
      })),
    );
  denyPermissions(electronSession.defaultSession);
  await cutOffNetwork(electronSession.defaultSession);
  const looks = looksForUpdates({
    feed: UPDATE_FEED,
    isShipped: isShipped(app.isPackaged, import.meta.dirname),
    isAllowed: policy.rules.updates,
    platform: process.platform,
    appImage: process.env['APPIMAGE'],
  });
  // The feed is compared when the program is built: without one the updater is not in it.
  if (UPDATE_FEED !== '' && looks) {
    const updates = await startUpdates(UPDATE_FEED, {
      talk: updateTalk,
      isBusy: program.isBusy,
      isWanted: () => settings.values().updates,
    });
    lookForUpdates = () => void updates.lookNow();
  }
  showMenu(program.shownConnections());

  let isFirst = true;
  const open = (): void =>
    openWindow({
      places: settings.windowPlaces(),
      onPlace: settings.keepWindowPlace,
      mayClose: program.leaveGuard.mayClose,
      onTouch: program.idle.touch,
      onPageGone: (reason) => writeLog({ event: 'page-gone', reason }),
      // A locked keyring asks for its password, and before Electron 42 main waits until somebody answers: the window
      // comes first.
      onShown() {
        if (program.session.state().kind !== 'opening' || !isFirst) return;
        isFirst = false;
        void (launch.openDemo ? program.handlers.openDemo() : program.openLast());
      },
    });
  open();

  powerMonitor.on('lock-screen', () => void program.lock.lock());
  setInterval(() => {
    program.idle.look();
    void program.news.look();
  }, 5_000);
  app.on('browser-window-blur', () => void program.news.left());
  const openLink = (text: string | null): void => {
    if (text !== null) program.links.receive(text);
  };
  openLink(firstLink ?? linkIn(process.argv));
  app.on('second-instance', (_event, argv) => {
    bringForward(open);
    openLink(linkIn(argv));
  });
  app.removeListener('open-url', keepLink).on('open-url', (event, url) => {
    event.preventDefault();
    bringForward(open);
    openLink(url);
  });
  app.on('activate', () => bringForward(open));
  app.on('before-quit', program.leaveGuard.quitting);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  clearBeforeQuit(program.clipboard, program.unwritten);
}

/** A program that cannot start says so: a process without a window would be a riddle. */
function giveUp(fault: unknown): void {
  writeLog(faultEntry('start', fault));
  dialog.showErrorBox(t('system.couldNotStart'), t('system.couldNotStartDetail'));
  app.exit(1);
}
