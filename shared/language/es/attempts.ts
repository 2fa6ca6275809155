import type { attempts as english } from '../en/attempts.ts';
import type { Translation } from '../translation.ts';

export const attempts: Translation<typeof english> = {
  noneAsNew: 'Ninguna clave de la lista es tan reciente.',
  aKey: 'Una clave',
  lookForIt: 'Buscarla',
  noLongerInList: 'Ya no está en la lista.',
  ifNobodyHasSecret: 'Si nadie tiene su secreto, elimínela y cree otra.',
  itIsStored: 'Está guardada',
  stillInList: 'Sigue en la lista.',
  readingList: 'Leyendo la lista…',
  nobodyKnows: 'No se ha podido leer la lista completa, así que aún no se sabe.',
  endedWhileCreated: 'Keydesk se cerró mientras se creaba',
  unclearCreated: 'Su creación no obtuvo una respuesta clara',
  keptTimeOnly:
    'Si Keydesk se cierra ahora, olvida el nombre y lo elegido: ningún llavero los protege en este equipo.',
  keptNothing: 'Si Keydesk se cierra ahora, lo olvida: el disco de este equipo no lo ha admitido.',
  nameUnreadable: 'Ahora no se puede leer su nombre: el llavero no lo abre.',
  nameNotKept: 'No se ha podido conservar su nombre: ningún llavero lo protege en este equipo.',
  mayExistEnded: 'Puede que {{name}} exista: Keydesk se cerró mientras se creaba ({{when}}).',
  mayExistUnclear: 'Puede que {{name}} exista: su creación no obtuvo una respuesta clara ({{when}}).',
  createdNotStored: '{{name}} se creó {{when}}, pero no se marcó como guardada.',
  deletingEnded: 'Keydesk se cerró mientras se eliminaba {{name}} ({{when}}).',
  deletingUnclear: 'La eliminación de {{name}} no obtuvo una respuesta clara ({{when}}).',
  aKeyWithin: 'una clave',
  createdSinceThen: 'Creadas desde entonces: {{keys}}',
  andMore_one: 'y {{count}} más.',
  andMore_other: 'y {{count}} más.',
  andMore_many: 'y {{count}} más.',
};
