import type { session as english } from '../en/session.ts';
import type { Translation } from '../translation.ts';

export const session: Translation<typeof english> = {
  administratorsOnly: 'Solo administradores',
  onlyAdministrators:
    'Solo los usuarios con el rol Administrador en el proyecto pueden acceder a la sección de claves de API.',
  opening: 'Abriendo la conexión',
  unreachable: 'No se puede contactar con el proyecto',
  signedInAs: 'La sesión en {{project}} es de {{user}}.',
  signedInAsRole: 'La sesión en {{project}} es de {{user}}, con el rol {{role}}.',
  tokenMayNot: 'El token de {{project}} no puede gestionar claves de API.',
  didNotAnswer: '{{project}} en {{address}} no ha respondido. La sesión sigue iniciada.',
};
