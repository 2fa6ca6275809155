import type { format as english } from '../en/format.ts';
import type { Translation } from '../translation.ts';

export const format: Translation<typeof english> = {
  unknown: 'desconocida',
  justNow: 'ahora mismo',
  keys_one: '{{count}} clave',
  keys_many: '{{count}} de claves',
  keys_other: '{{count}} claves',
  unreadableName: 'Nombre ilegible',
  invisibleName: 'Nombre sin caracteres visibles',
};
