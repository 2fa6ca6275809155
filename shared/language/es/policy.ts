import type { policy as english } from '../en/policy.ts';
import type { Translation } from '../translation.ts';

export const policy: Translation<typeof english> = {
  given: 'Predefinidas para este equipo',
  title: 'Directiva de este equipo',
  brokenHolds: '{{problem}} Rigen las reglas más estrictas hasta que un administrador lo corrija.',
  cannotChange: 'Lo ha establecido un administrador de este equipo. Aquí no se puede cambiar.',
  unreadable: 'No se ha podido leer el archivo de directivas de este equipo.',
  malformed: 'El archivo de directivas de este equipo contiene un error.',
  notProtected: 'El archivo de directivas de este equipo lo pueden cambiar otros además de un administrador.',
  addresses: 'Direcciones de la API',
  noAddress: 'No se puede consultar ninguna.',
  lock: 'Bloqueo',
  clipboard: 'Portapapeles',
  offlineCopy: 'Copia sin conexión',
  offlineCopyOff: 'Desactivada. En este equipo no se guarda ninguna lista de claves.',
  updates: 'Actualizaciones',
  updatesOff: 'Desactivadas. Keydesk no las busca.',
  demo: 'Proyecto de demostración',
  demoOff: 'Desactivado.',
  onlyAddresses: 'Solo {{hosts}}.',
  lockAtMost: 'Tras {{time}} como máximo.',
  clipboardAtMost: 'Una clave copiada permanece {{time}} como máximo.',
  ruledAtMost: 'Establecido por la directiva de este equipo: {{limit}} como máximo.',
};
