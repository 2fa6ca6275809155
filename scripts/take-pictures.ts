import path from 'node:path';
import { PROJECT_ROOT } from '../e2e/support/launch.ts';
import { fillCreateDialog } from './create-dialog.ts';
import { setTheme, THEMES, takePicture, withDemo } from './demo-window.ts';

/* The README's pictures, light and dark, from the demo project. */
const PICTURES = path.join(PROJECT_ROOT, 'docs', 'pictures');

await withDemo(async (keydesk) => {
  const inBothThemes = async (name: string) => {
    for (const theme of THEMES) {
      await setTheme(keydesk, theme);
      await takePicture(keydesk, PICTURES, `${name}-${theme}`);
    }
  };
  await inBothThemes('table');
  await fillCreateDialog(keydesk.page);
  await inBothThemes('create');
});
