import { z } from 'zod';
import {
  SETTING_IDS,
  SETTINGS,
  type Setting,
  type SettingId,
  type SettingValues,
} from '../../shared/settings.ts';

/** What a setting may be, of its entry in the table. */
function schemaOf(setting: Setting) {
  switch (setting.kind) {
    case 'choice':
      return z.literal([...setting.values, ...(setting.unlisted ?? [])]);
    case 'time':
      return z.int().min(setting.least).max(setting.most).nullable();
    case 'count':
      return z.int().min(setting.least).max(setting.most);
    case 'switch':
      return z.boolean();
    case 'some':
      return z.array(z.enum(setting.values)).max(setting.values.length);
  }
}

type SchemaOfEach = { readonly [K in SettingId]: z.ZodType<SettingValues[K]> };
type ChangeSchemaOfEach = { readonly [K in SettingId]: z.ZodExactOptional<SchemaOfEach[K]> };
type FileSchemaOfEach = { readonly [K in SettingId]: z.ZodDefault<SchemaOfEach[K]> };

const each = <T>(make: (setting: Setting) => unknown): T =>
  Object.fromEntries(SETTING_IDS.map((id) => [id, make(SETTINGS[id])])) as T;

/** Each setting as the settings file has it: one that is not there yet has its default. */
export const filedSettings = each<FileSchemaOfEach>((setting) =>
  (schemaOf(setting) as z.ZodType).default(setting.default),
);

/** Some settings, at least one, as the page may change them. */
export const settingChange = z
  .strictObject(each<ChangeSchemaOfEach>((setting) => (schemaOf(setting) as z.ZodType).exactOptional()))
  .refine((changed) => Object.keys(changed).length > 0);
