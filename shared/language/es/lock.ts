import type { lock as english } from '../en/lock.ts';
import type { Translation } from '../translation.ts';

export const lock: Translation<typeof english> = {
  leadBoth: 'Desbloquéelo con su frase de contraseña o con Touch ID.',
  leadPassPhrase: 'Desbloquéelo con su frase de contraseña.',
  leadTouchId: 'Desbloquéelo con Touch ID.',
  leadNone: 'Touch ID no está disponible ahora y no hay ninguna frase de contraseña.',
  title: 'Keydesk está bloqueado',
  unlockTouchId: 'Desbloquear con Touch ID',
  touchIdFailed: 'Touch ID no ha desbloqueado Keydesk',
  forgot: '¿Ha olvidado la frase de contraseña?',
  noOtherWay: '¿No hay otra forma de entrar?',
  signOutInstead: 'Cerrar sesión en su lugar',
  signOutWords:
    'Se cierra la sesión de todas las conexiones: los tokens, las copias sin conexión y la frase de contraseña se eliminan de este equipo. Una clave nueva que no se haya guardado se pierde.',
  signOutStays: 'Las conexiones siguen en la lista; los proyectos y sus claves se quedan como están.',
  unlock: 'Desbloquear',
  wrong: 'Esta no es la frase de contraseña',
  tryNow: 'Ya puede intentarlo de nuevo',
  notChecked: 'No se ha podido comprobar la frase de contraseña. Inténtelo de nuevo',
  showPassPhrase: 'Mostrar la frase de contraseña',
  hidePassPhrase: 'Ocultar la frase de contraseña',
  tryInSeconds_one: 'Inténtelo de nuevo en {{count}} segundo',
  tryInSeconds_other: 'Inténtelo de nuevo en {{count}} segundos',
  tryInSeconds_many: 'Inténtelo de nuevo en {{count}} de segundos',
  tryInMinutes_one: 'Inténtelo de nuevo en {{count}} minuto',
  tryInMinutes_other: 'Inténtelo de nuevo en {{count}} minutos',
  tryInMinutes_many: 'Inténtelo de nuevo en {{count}} de minutos',
};
