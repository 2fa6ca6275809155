import type { proxy as english } from '../en/proxy.ts';
import type { Translation } from '../translation.ts';

export const proxy: Translation<typeof english> = {
  hasLogin: 'El proxy ya tiene sus credenciales',
  tryAgain: 'Inténtelo de nuevo.',
  logInMore: 'Iniciar sesión en el proxy…',
  title: 'Iniciar sesión en el proxy',
  lead: 'Lo pide el proxy de su red. Se envía solo al proxy y se conserva en memoria hasta que Keydesk se cierre.',
  userName: 'Nombre de usuario',
  enterUserName: 'Escriba el nombre de usuario',
  password: 'Contraseña del proxy',
  logIn: 'Iniciar sesión',
  showPassword: 'Mostrar la contraseña del proxy',
  hidePassword: 'Ocultar la contraseña del proxy',
};
