import type { about as english } from '../en/about.ts';
import type { Translation } from '../translation.ts';

export const about: Translation<typeof english> = {
  purpose: 'Para cuidar las claves de API de un proyecto. Licencia MIT.',
  system: 'Sistema',
  licences: 'Licencias',
  lead: 'Keydesk está hecho con estos componentes. Cada uno se abre con su licencia.',
  chromium: 'Las licencias de Chromium y Node están junto al programa, en {{file}}.',
  missing: 'No se pudieron cargar las licencias. Cierra Keydesk y vuelve a abrirlo.',
  program: 'Keydesk {{version}}',
};
