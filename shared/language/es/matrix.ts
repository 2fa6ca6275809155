import type { matrix as english } from '../en/matrix.ts';
import type { Translation } from '../translation.ts';

export const matrix: Translation<typeof english> = {
  other: 'Otros',
  families: 'familias para las que Keydesk no tiene nombre',
  label: 'Claves por permiso',
  unknown: 'Desconocido',
  hint: 'Pulse el encabezado de una columna para ver quién puede escribir ahí',
  showWrite: 'Mostrar las claves que pueden escribir en {{where}}',
  showAny: 'Mostrar las claves con algún acceso a {{where}}',
  showAll: 'Mostrar las claves sea cual sea su acceso a {{where}}',
  reachOf: '{{resource}}: {{level}}',
  readLetter: 'L',
  writeLetter: 'E',
  customLetter: 'P',
};
