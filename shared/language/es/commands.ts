import type { commands as english } from '../en/commands.ts';
import type { Translation } from '../translation.ts';

export const commands: Translation<typeof english> = {
  createKey: 'Crear clave de API…',
  search: 'Buscar por nombre',
  refresh: 'Actualizar',
  exportCsv: 'Exportar como CSV…',
  exportJson: 'Exportar como JSON…',
  whoseKey: '¿De quién es esta clave?…',
  nextView: 'Vista siguiente',
  palette: 'Ir a cualquier cosa…',
  shortcuts: 'Atajos de teclado',
  allProjects: 'Todos los proyectos',
  addConnection: 'Añadir conexión…',
  connections: 'Conexiones…',
  resetDemo: 'Restablecer la demostración…',
  settings: 'Ajustes…',
  lock: 'Bloquear ahora',
  signOut: 'Cerrar sesión…',
  about: 'Acerca de Keydesk',
  openConnection: 'Abrir la conexión {{number}}',
};
