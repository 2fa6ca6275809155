import type { deletion as english } from '../en/deletion.ts';
import type { Translation } from '../translation.ts';

export const deletion: Translation<typeof english> = {
  title: 'Eliminar clave de API',
  noId: 'No se ha podido leer el ID de esta clave, así que no se puede eliminar desde aquí. Actualice la lista para volver a intentarlo.',
  gone: 'Esta clave ya no está en la lista: puede que ya se haya eliminado.',
  permanent: 'La eliminación es definitiva. Lo que use esta clave deja de funcionar al momento.',
  unreadable: 'ilegible',
  noAnswer: 'El servidor aún no ha respondido.',
  deleting: 'Eliminando…',
  stopWaiting: 'Dejar de esperar',
  typeName: 'Escriba el nombre {{text}} para eliminar esta clave',
  typeLastFour: 'Escriba los cuatro últimos caracteres {{text}} para eliminar esta clave',
  typeKeyId: 'Escriba el ID de clave {{text}} para eliminar esta clave',
};
