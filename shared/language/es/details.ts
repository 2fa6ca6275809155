import type { details as english } from '../en/details.ts';
import type { Translation } from '../translation.ts';

export const details: Translation<typeof english> = {
  exact: 'Permisos exactos',
  fullAccess: 'La clave tiene acceso completo a todos los recursos de la API.',
  restrictedNoAccess: 'Restringida, sin acceso',
  noResource: 'La clave no puede acceder a ningún recurso.',
  onlyListed: 'La clave tiene solo los permisos que aparecen aquí.',
  standing:
    'Si necesita cambiar los permisos de una clave, debe eliminarla y crear otra con la configuración deseada.',
  unreadableKey: 'Clave ilegible',
  unreadableWords:
    'El servidor la ha enviado, pero con campos que faltan o son incorrectos. Lo que se ha podido leer se muestra arriba. Faltan o son incorrectos:',
  copyId: 'Copiar ID',
  unreadable: 'ilegible',
  alwaysRestrict: 'Restrinja siempre sus claves.',
  restrictAdvice:
    '{{advice}} Evite usar claves sin restricciones. Asigne a cada clave solo los permisos que necesita para funcionar. Así se limita el impacto si una clave se ve comprometida.',
  rotate: 'Rote las claves periódicamente.',
  rotateAdvice:
    '{{advice}} Esta clave tiene más de un año. Cree otra y elimine esta: así se reduce el riesgo de acceso no autorizado si se ha filtrado.',
  detailsOf: 'Detalles de {{name}}',
};
