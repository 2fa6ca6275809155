import type { whoseKey as english } from '../en/whose-key.ts';
import type { Translation } from '../translation.ts';

export const whoseKey: Translation<typeof english> = {
  title: '¿De quién es esta clave?',
  wholeKey: 'Clave completa',
  hint: 'Solo se comparan sus cuatro últimas letras, en este equipo. Ni se guarda ni se envía.',
  pasteWhole: 'Pegue la clave completa: un texto más largo sin espacios',
  find: 'Buscar',
  none: 'Ninguna clave de la lista termina en {{ending}}.',
  found_one: 'Una clave termina en {{ending}}:',
  found_other: '{{count}} claves terminan en {{ending}}:',
  found_many: '{{count}} de claves terminan en {{ending}}:',
  showKey: 'Mostrar la clave',
  hideKey: 'Ocultar la clave',
  more_one: 'Y {{count}} más.',
  more_other: 'Y {{count}} más.',
  more_many: 'Y {{count}} más.',
  openThere: 'Abrir allí',
  stillLooking_one: 'Falta por mirar un proyecto…',
  stillLooking_other: 'Faltan por mirar {{count}} proyectos…',
  notLooked_one: 'No se pudo mirar en un proyecto.',
  notLooked_other: 'No se pudo mirar en {{count}} proyectos.',
  stillLooking_many: 'Faltan por mirar {{count}} proyectos…',
  notLooked_many: 'No se pudo mirar en {{count}} proyectos.',
};
