import type { facts as english } from '../en/facts.ts';
import type { Translation } from '../translation.ts';

export const facts: Translation<typeof english> = {
  production: 'Producción',
  staging: 'Preproducción',
  development: 'Desarrollo',
  exportedFile: 'Las notas se han exportado. Quien tenga el archivo puede leerlo; no contiene ninguna clave.',
  notRead: 'No se ha podido leer el archivo. No se ha cambiado nada.',
  notOurs: 'Este no es un archivo de notas exportado por Keydesk. No se ha cambiado nada.',
  damaged: 'Algo en este archivo no es como Keydesk lo exporta. No se ha cambiado nada.',
  newer: 'Este archivo lo exportó una versión más reciente de Keydesk. No se ha cambiado nada.',
  otherProject: 'Este archivo es de las claves de otro proyecto. No se ha cambiado nada.',
  exported: 'Las notas se han exportado.',
  neverSent: 'Nunca se envía a ningún sitio.',
  keptNotOpened:
    'Lo que se sabía antes sigue ahí, pero el llavero no lo abre ahora. Lo que escriba se conserva hasta que Keydesk se cierre.',
  keptNewer:
    'Lo que se sabía antes lo escribió una versión más reciente de Keydesk y no se toca. Lo que escriba se conserva hasta que Keydesk se cierre.',
  known: 'Conocido en este equipo',
  edit: 'Editar',
  addNotes: 'Añadir notas',
  nothing: 'Nada aún: su responsable, su entorno, dónde se usa.',
  rotate: 'Rotación',
  expiry: 'Caducidad',
  note: 'Nota',
  columnsAndNotes: 'Columnas y notas',
  importNotes: 'Importar notas…',
  onePlace: 'Un lugar por línea',
  rotateEvery: 'Rotar cada … días',
  keptEncrypted: 'Solo se guarda en este equipo, cifrado. Nunca se envía a ningún sitio.',
  keptDemo: 'Se conserva hasta que Keydesk se cierre: es la demostración. Nunca se envía a ningún sitio.',
  keptNoKeyring:
    'Se conserva hasta que Keydesk se cierre: ningún llavero lo protege en este equipo. Nunca se envía a ningún sitio.',
  keptNotSaved:
    'Se conserva hasta que Keydesk se cierre: el disco de este equipo no lo ha admitido. Nunca se envía a ningún sitio.',
  imported_one:
    'Notas importadas de {{count}} clave: {{added}} añadidas, {{changed}} cambiadas, {{unchanged}} iguales que antes.',
  imported_other:
    'Notas importadas de {{count}} claves: {{added}} añadidas, {{changed}} cambiadas, {{unchanged}} iguales que antes.',
  imported_many:
    'Notas importadas de {{count}} de claves: {{added}} añadidas, {{changed}} cambiadas, {{unchanged}} iguales que antes.',
  every_one: 'cada día',
  every_other: 'cada {{count}} días',
  every_many: 'cada {{count}} de días',
  everyDueSince: '{{every}}, pendiente desde el {{date}}',
  everyDue: '{{every}}, toca {{when}}',
  expiryOver: '{{date}} (pasada)',
  expiryIn: '{{date}} ({{when}})',
  asSent: 'Como se envió; la API no la devuelve nunca.',
  column: 'Columna «{{column}}»',
  enterDays: 'Escriba de {{least}} a {{most}} días, o nada',
};
