import { SETTINGS, type SettingId } from '../../shared/settings.ts';
import { fold } from '../keys/listed-row.ts';
import { areaLabel, settingHint, settingLabel, valueText } from './setting-words.ts';

/** Whether a text has every word that is looked for. */
export function hasWords(text: string, query: string): boolean {
  const letters = fold(text);
  return fold(query)
    .split(/\s+/)
    .every((word) => letters.includes(word));
}

/** All that is written at a setting, and what it can be. */
export function settingText(id: SettingId): string {
  const setting = SETTINGS[id];
  const values = 'values' in setting && setting.kind === 'choice' ? setting.values : [setting.default];
  const choices = values.map((value) => valueText(id, value as never));
  return [areaLabel(setting.area), settingLabel(id), settingHint(id), ...choices].join(' ');
}
