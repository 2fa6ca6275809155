import type { system as english } from '../en/system.ts';
import type { Translation } from '../translation.ts';

export const system: Translation<typeof english> = {
  quitAndLose: 'Salir y perder la clave',
  closeAndLose: 'Cerrar y perder la clave',
  notStored: 'Una clave de API nueva no se ha guardado',
  notStoredDetail: 'Vuelva y guárdela primero. No se puede mostrar de nuevo una vez perdida.',
  goBack: 'Volver',
  sendToken: '¿Enviar el token a {{host}}?',
  newServer:
    'Keydesk no se ha conectado antes a este servidor. Continúe solo si acaba de escribir usted esta dirección.',
  cancel: 'Cancelar',
  sendTheToken: 'Enviar el token',
  later: 'Más tarde',
  upToDate: 'Keydesk está actualizado',
  noNewer: 'No hay ninguna versión más reciente.',
  couldNotLook: 'No se han podido buscar actualizaciones',
  couldNotLookDetail: 'Compruebe la conexión a internet e inténtelo de nuevo.',
  notFetched: 'No se ha podido obtener Keydesk {{version}}',
  notFetchedDetail: 'No ha llegado completo o no es lo anunciado. No se ha cambiado nada.',
  ready: 'Keydesk {{version}} está listo',
  readyDetail:
    'Se puede instalar cuando la clave nueva esté guardada y no haya nada en curso: Ayuda → Buscar actualizaciones.',
  available: 'Keydesk {{version}} está disponible',
  fetchNow: '¿Obtenerlo ahora?',
  fetch: 'Obtener',
  restartDetail: 'Keydesk se cierra y vuelve a abrirse con la versión nueva.',
  restart: 'Reiniciar e instalar',
  ok: 'Aceptar',
  couldNotStart: 'Keydesk no se ha podido iniciar',
  couldNotStartDetail: 'Inícielo de nuevo. Su registro dice qué ha fallado.',
};
