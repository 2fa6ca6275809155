import type { reveal as english } from '../en/reveal.ts';
import type { Translation } from '../translation.ts';

export const reveal: Translation<typeof english> = {
  closeAndLose: 'Cerrar y perder la clave',
  quitAndLose: 'Salir y perder la clave',
  notStored: 'Esta clave no se ha guardado',
  notPossible: 'No es posible recuperar una clave una vez cerrado el cuadro de creación.',
  title: 'Su nueva clave de API',
  storeFirst: 'Guarde primero la clave',
  lead: 'Copie esta clave ahora y guárdela en un lugar seguro. No es posible recuperar una clave una vez cerrado el cuadro de creación.',
  copyKey: 'Copiar clave',
  showKey: 'Mostrar clave',
  hideKey: 'Ocultar clave',
  stored: 'He guardado esta clave',
  neither: 'No se ha copiado ni mostrado esta clave.',
  onceClosed: 'Una vez cerrado, la clave no se puede recuperar. Habrá que crear otra.',
  envLine: 'Línea de .env',
  header: 'Encabezado Authorization',
  curl: 'Llamada de curl',
  accepted: 'El servidor acepta esta clave.',
  refused: 'El servidor rechaza esta clave.',
  trialUnknown: 'No se sabe si el servidor acepta esta clave: no ha dado una respuesta clara.',
  copyAs: 'Copiar como',
  tryKey: 'Probar esta clave',
  asking: 'Preguntando al servidor…',
  hiddenKey: 'Clave oculta que termina en {{lastFour}}',
};
