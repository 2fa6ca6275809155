import { dialog, type MessageBoxOptions } from 'electron';
import { t } from '../../shared/language/words.ts';
import type { UpdateNews, UpdateTalk } from '../updates/updates.ts';
import { mainWindow } from './main-window.ts';

async function show(options: MessageBoxOptions): Promise<number> {
  const window = mainWindow();
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options));
  return response;
}

/** The second button says yes; Escape and Enter say t('system.later'). */
async function ask(message: string, detail: string, yes: string): Promise<boolean> {
  const buttons = [t('system.later'), yes];
  return (await show({ type: 'question', message, detail, buttons, defaultId: 0, cancelId: 0 })) === 1;
}

function newsText(news: UpdateNews): { readonly message: string; readonly detail: string } {
  switch (news.kind) {
    case 'newest':
      return { message: t('system.upToDate'), detail: t('system.noNewer') };
    case 'check-failed':
      return {
        message: t('system.couldNotLook'),
        detail: t('system.couldNotLookDetail'),
      };
    case 'download-failed':
      return {
        message: t('system.notFetched', { version: news.version }),
        detail: t('system.notFetchedDetail'),
      };
    case 'busy':
      return {
        message: t('system.ready', { version: news.version }),
        detail: t('system.readyDetail'),
      };
  }
}

/** What is said about updates, in boxes of the system's own. */
export const updateTalk: UpdateTalk = {
  askToDownload: (version) =>
    ask(t('system.available', { version }), t('system.fetchNow'), t('system.fetch')),
  askToInstall: (version) =>
    ask(t('system.ready', { version }), t('system.restartDetail'), t('system.restart')),
  async tell(news) {
    await show({ type: 'info', ...newsText(news), buttons: [t('system.ok')] });
  },
};
