import type { projects as english } from '../en/projects.ts';
import type { Translation } from '../translation.ts';

export const projects: Translation<typeof english> = {
  title: 'Todos los proyectos',
  project: 'Proyecto',
  notUpToDate: 'Proyectos que no están al día',
  maybeNotWhole: '{{name}}: el servidor no indicó si envió la lista completa.',
  notAllowed: '{{name}}: este token no permite ver las claves de este proyecto.',
  needsToken: '{{name}} necesita un token nuevo.',
  needsTokenCopy: '{{name}} necesita un token nuevo. Se muestra su lista de {{when}}.',
  notRead: 'No se pudo leer {{name}}: {{sentence}}.',
  fromCopy: '{{name}}: lista de {{when}}. {{sentence}}.',
  tokenFor: 'Token de {{name}}…',
};
