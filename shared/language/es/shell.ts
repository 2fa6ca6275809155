import type { shell as english } from '../en/shell.ts';
import type { Translation } from '../translation.ts';

export const shell: Translation<typeof english> = {
  resetDemo: 'Restablecer la demostración',
  reset: 'Restablecer',
  resetWords: 'La demostración recupera sus claves de ejemplo. Lo que se haya cambiado en ella se pierde.',
  keptKeyring: 'El llavero de este equipo guarda cifrados el token y una copia sin conexión de la lista.',
  keptDemo: 'La demostración crea su token cada vez. Nada sale de este equipo.',
  noKeyring:
    'Sesión iniciada hasta que Keydesk se cierre, sin copia sin conexión: este equipo no tiene un llavero que proteja.',
  keyringLocked:
    'Sesión iniciada hasta que Keydesk se cierre, sin copia sin conexión: el llavero de este equipo está bloqueado.',
  tokenNotSaved:
    'Sesión iniciada hasta que Keydesk se cierre, sin copia sin conexión: no se ha podido guardar el token.',
  demo: 'Demostración',
  connection: 'Conexión',
  lockOff: 'El bloqueo está desactivado hasta que se establezca una frase de contraseña',
  lockNow: 'Bloquear ahora',
};
