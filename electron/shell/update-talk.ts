import { dialog, type MessageBoxOptions } from 'electron';
import type { UpdateNews, UpdateTalk } from '../updates/updates.ts';
import { mainWindow } from './main-window.ts';

async function show(options: MessageBoxOptions): Promise<number> {
  const window = mainWindow();
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options));
  return response;
}

/** The second button says yes; Escape and Enter say "Later". */
async function ask(message: string, detail: string, yes: string): Promise<boolean> {
  const buttons = ['Later', yes];
  return (await show({ type: 'question', message, detail, buttons, defaultId: 0, cancelId: 0 })) === 1;
}

function newsText(news: UpdateNews): { readonly message: string; readonly detail: string } {
  switch (news.kind) {
    case 'newest':
      return { message: 'Keydesk is up to date', detail: 'There is no newer version.' };
    case 'check-failed':
      return {
        message: 'Could not look for updates',
        detail: 'Check the internet connection and try again.',
      };
    case 'download-failed':
      return {
        message: `Keydesk ${news.version} could not be fetched`,
        detail: 'It did not come whole, or is not what was announced. Nothing has been changed.',
      };
    case 'busy':
      return {
        message: `Keydesk ${news.version} is ready`,
        detail:
          'It can be installed once the new key is stored and nothing is under way: Help → Check for Updates.',
      };
  }
}

/** What is said about updates, in boxes of the system's own. */
export const updateTalk: UpdateTalk = {
  askToDownload: (version) => ask(`Keydesk ${version} is available`, 'Fetch it now?', 'Fetch'),
  askToInstall: (version) =>
    ask(
      `Keydesk ${version} is ready`,
      'Keydesk ends and starts again as the new version.',
      'Restart and Install',
    ),
  async tell(news) {
    await show({ type: 'info', ...newsText(news), buttons: ['OK'] });
  },
};
