import type { notices as english } from '../en/notices.ts';
import type { Translation } from '../translation.ts';

export const notices: Translation<typeof english> = {
  settingsRestored: 'El archivo de ajustes estaba dañado. Se usan los últimos ajustes válidos.',
  settingsDefault: 'El archivo de ajustes estaba dañado. Se usan los ajustes predeterminados.',
  copyUnreadable: 'No se ha podido leer la copia sin conexión. Se ha apartado y la lista se carga de nuevo.',
  copyNotSaved:
    'No se ha podido guardar la copia sin conexión. Puede que el disco esté lleno o sea de solo lectura.',
  copyUnprotected:
    'No se ha podido renovar la copia sin conexión. El llavero de este equipo no la protege ahora.',
  policyBroken: '{{problem}} Rigen las reglas más estrictas. Avise a quien administra este equipo.',
  copyNewer:
    'La copia sin conexión es de una versión más reciente de Keydesk y no se toca. Mientras tanto no se guarda ninguna copia.',
  factsRestored:
    'El archivo de lo que este equipo sabe de las claves estaba dañado. Se usa la última versión válida.',
  factsBegunAnew:
    'El archivo de lo que este equipo sabe de las claves estaba dañado y se ha apartado. Empieza de nuevo.',
  notices: 'Avisos',
};
