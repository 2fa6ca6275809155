import { EventEmitter } from 'node:events';
import type { AppUpdater } from 'electron-updater';

/** Finds, fetches and installs a newer version. */
export type Updater = {
  /** The newer version; null where there is none. @throws where the feed cannot be read. */
  check(): Promise<string | null>;
  /** @throws where it does not come whole, or is not what the feed says. */
  download(): Promise<void>;
  /** Puts it in the place of this one and starts it; the program ends. */
  install(): void;
};

type RequestOptions = { protocol?: string | null; headers?: Record<string, unknown> | null };
type Executor = { createRequest(options: RequestOptions, onAnswer: (answer: unknown) => void): unknown };

/** The library would keep a number that tells this computer from others, and send it. Nobody is to be told apart. */
const TELLING_HEADER = 'x-user-staging-id';
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** A request that is never sent. Thrown in the middle of a redirect, the refusal would reach nobody. */
function refusedRequest(): EventEmitter {
  const request = new EventEmitter();
  const fail = () => void request.emit('error', new Error('Updates come over https alone'));
  return Object.assign(request, { end: () => process.nextTick(fail), abort: () => undefined });
}

/** Nothing goes over a line that is not encrypted, also where a redirect or the feed itself leads to one. */
function guard(executor: Executor): void {
  const createRequest = executor.createRequest.bind(executor);
  executor.createRequest = (options, onAnswer) => {
    if (options.protocol !== 'https:') return refusedRequest();
    if (options.headers) delete options.headers[TELLING_HEADER];
    return createRequest(options, onAnswer);
  };
}

/** The library's updater, which does nothing by itself: it neither downloads, installs nor steps back unasked. */
export function createUpdater(updater: AppUpdater, feed: string): Updater {
  Reflect.set(updater, 'stagingUserIdPromise', { value: Promise.resolve(NOBODY) });
  guard(Reflect.get(updater, 'httpExecutor') as Executor);
  updater.setFeedURL({ provider: 'generic', url: feed });
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.allowPrerelease = false;
  updater.disableWebInstaller = true;
  // Whole, and checked as a whole.
  updater.disableDifferentialDownload = true;
  // It would write addresses and paths into the log. Its errors are answers here, not events.
  updater.logger = null;
  updater.on('error', () => undefined);
  return {
    async check() {
      const found = await updater.checkForUpdates();
      return found?.isUpdateAvailable ? found.updateInfo.version : null;
    },
    async download() {
      await updater.downloadUpdate();
    },
    install: () => updater.quitAndInstall(false, true),
  };
}
