import type { palette as english } from '../en/palette.ts';
import type { Translation } from '../translation.ts';

export const palette: Translation<typeof english> = {
  title: 'Ir a cualquier cosa',
  placeholder: 'Un comando, una conexión, o una clave por nombre, ID o sus cuatro últimas',
  results: 'Resultados',
  nothing: 'Nada coincide',
  recent: 'Recientes',
  commands: 'Comandos',
  connections: 'Conexiones',
  isOpen: 'Abierta ahora',
  keys: 'Claves',
  count_one: '{{count}} resultado',
  count_other: '{{count}} resultados',
  count_many: '{{count}} de resultados',
};
