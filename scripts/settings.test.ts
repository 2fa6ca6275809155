import { expect, it } from 'vitest';
import { areaLabel, settingHint, settingLabel, valueText } from '../renderer/settings/setting-words.ts';
import { SETTING_IDS, SETTINGS, type Setting, type SettingId } from '../shared/settings.ts';

const code = (value: unknown): string => `\`${JSON.stringify(value)}\``;

/** What a setting can be, as the file has it. */
function valuesOf(setting: Setting): string {
  switch (setting.kind) {
    case 'choice':
      return setting.values.map(code).join(', ');
    case 'time':
      return `${setting.least} to ${setting.most} ${setting.unit}, ${code(null)} for never`;
    case 'count':
      return `${setting.least} to ${setting.most}`;
    case 'switch':
      return `${code(true)}, ${code(false)}`;
    case 'some':
      return `any of ${setting.values.map(code).join(', ')}`;
  }
}

function cellsOf(id: SettingId): readonly string[] {
  const setting = SETTINGS[id];
  const usual = `${valueText(id, setting.default as never)} (${code(setting.default)})`;
  return [
    areaLabel(setting.area),
    `**${settingLabel(id)}** ${settingHint(id)}`,
    usual,
    code(id).replaceAll('"', ''),
    valuesOf(setting),
  ];
}

const HEAD = ['Area', 'Setting', 'At first', 'In the file', 'It can be'];

/** The table as the formatter wants it: its columns are as wide as the widest of their cells. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = HEAD.map((_, at) => Math.max(...rows.map((cells) => cells[at]?.length ?? 0)));
  const [head, ...lines] = rows.map((cells) => cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)));
  const rule = widths.map((width) => '-'.repeat(width));
  return [head, rule, ...lines].map((cells) => `| ${cells?.join(' | ')} |`).join('\n');
}

const PAGE = `# Settings

File → Settings… (on macOS: Keydesk → Settings…), or Ctrl/Cmd with a comma. Each setting shows what it is at first, and
goes back to it alone or with all others. They are kept in \`settings.json\` of the profile, beside a copy from when the
file was last found good. A value that this version does not know, as a newer one may write it, is as at first here and
stays in the file until the setting is changed. What the [policy](policy.md) of a computer rules is locked there, with
the reason.

This table is made of \`shared/settings.ts\` by \`scripts/settings.test.ts\`, which fails where the two differ; \`npm run
test:unit -- scripts/settings.test.ts -u\` writes it anew.

${table([HEAD, ...SETTING_IDS.map(cellsOf)])}

## Erase all data on this computer

The last entry of the page deletes all that Keydesk has written: connections and tokens, offline copies, notes on keys,
histories, activity, attempts, settings with presets and places of the window, the pass phrase, the demo project. A
copied key is taken off the clipboard, and the login of a proxy, which lies in memory alone, is forgotten. It asks once,
and not while a new key is shown or a change is under way. Then the window is as at the first start. What stays in the
profile is Keydesk's log, which holds no key, token or address, and what Chromium itself keeps there, the lock of the one
instance among it: nothing of what the page shows.
`;

it('the page of the settings tells what there is to set', async () => {
  await expect(PAGE).toMatchFileSnapshot('../docs/settings.md');
});
