import type { activity as english } from '../en/activity.ts';
import type { Translation } from '../translation.ts';

export const activity: Translation<typeof english> = {
  keptUsual: 'Solo se guarda en este equipo, cifrado, también tras cerrar sesión.',
  keptDemo: 'Se conserva hasta que Keydesk se cierre: es la demostración.',
  keptNoKeyring: 'Se conserva hasta que Keydesk se cierre: ningún llavero lo protege en este equipo.',
  keptNotOpened:
    'Se conserva hasta que Keydesk se cierre: el llavero no abre el registro anterior, que se queda como está.',
  keptNewer:
    'Se conserva hasta que Keydesk se cierre: el registro anterior es de una versión más reciente de Keydesk y se queda como está.',
  keptNotSaved: 'Se conserva hasta que Keydesk se cierre: el disco de este equipo no lo ha admitido.',
  keptDamaged:
    'Solo se guarda en este equipo, cifrado, también tras cerrar sesión. Un registro anterior no se pudo leer y se ha apartado.',
  create: 'Crear',
  tokenNotAccepted: 'el token no se ha aceptado',
  notAllowed: 'no permitido',
  notAccepted: 'el servidor no lo ha aceptado',
  askedToWait: 'el servidor ha pedido esperar',
  notReached: 'no se ha podido contactar con el servidor',
  serverProblem: 'el servidor ha tenido un problema',
  wentWrong: 'algo ha fallado en Keydesk',
  deleted: 'Eliminada',
  wasGone: 'Ya no estaba',
  notKnown: 'No se sabe: no hubo una respuesta clara',
  when: 'Cuándo',
  action: 'Acción',
  result: 'Resultado',
  by: 'Por',
  anApiKey: 'una clave de API',
  nothing: 'Nada aún. Lo que se crea y se elimina desde aquí queda anotado.',
  label: 'Actividad',
  failed: 'Fallido: {{reason}}',
  rule_one: 'Se conserva la última entrada; las más antiguas se van primero.',
  rule_other: 'Se conservan las últimas {{count}} entradas; las más antiguas se van primero.',
  rule_many: 'Se conservan las últimas {{count}} de entradas; las más antiguas se van primero.',
  entries_one: '{{count}} entrada',
  entries_other: '{{count}} entradas',
  entries_many: '{{count}} de entradas',
  lead: 'Lo que se hizo con las claves de este proyecto desde este equipo: {{entries}}',
};
