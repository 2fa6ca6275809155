import type { links as english } from '../en/links.ts';
import type { Translation } from '../translation.ts';

export const links: Translation<typeof english> = {
  link: 'Enlace',
  untilUnlocked: 'Se ha abierto un enlace. Espera a que la ventana se desbloquee.',
  untilSignedIn: 'Se ha abierto un enlace. Espera a que se inicie sesión.',
  untilStored: 'Se ha abierto un enlace. Espera a que la clave nueva se guarde.',
  refused: 'Keydesk no conoce este enlace. No se ha hecho nada.',
  elsewhere: 'Se abrió un enlace sobre {{name}}, que no está abierta ahora.',
  unknown: 'Este enlace es sobre un proyecto que Keydesk no conoce aquí. No se hizo nada.',
  openThere: 'Abrirlo allí',
  untilClosed: 'Se ha abierto un enlace. Espera a que se cierre lo que está abierto.',
  notInList: 'Este enlace es de una clave que no está en la lista.',
  fillsIn: 'Se ha abierto un enlace que rellena una clave nueva. {{problem}}.',
};
