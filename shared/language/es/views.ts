import type { views as english } from '../en/views.ts';
import type { Translation } from '../translation.ts';

export const views: Translation<typeof english> = {
  missing: 'No se ha podido cargar esta parte de Keydesk. Cierre Keydesk e inícielo de nuevo.',
  views: 'Vistas',
  keys: 'Claves de API',
  byPermission: 'Por permiso',
  review: 'Revisión',
  changes: 'Cambios',
  activity: 'Actividad',
};
