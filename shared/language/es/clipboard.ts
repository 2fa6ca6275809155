import type { clipboard as english } from '../en/clipboard.ts';
import type { Translation } from '../translation.ts';

export const clipboard: Translation<typeof english> = {
  gone: 'La clave ya no está en el portapapeles',
  clearNow: 'Vaciar ahora',
  leftAlone: 'Puede que la clave siga en el portapapeles: este sistema no ha dejado mirar a Keydesk.',
  thisStays: 'Copiada. Permanece en el portapapeles hasta que se copie otra cosa',
  thisLeavesNow: 'Copiada. Sale ahora del portapapeles',
  thisLeavesAt: 'Copiada. Sale del portapapeles en {{time}}',
  thisLeavesIn_one: 'Copiada. Sale del portapapeles en {{count}} segundo',
  thisLeavesIn_other: 'Copiada. Sale del portapapeles en {{count}} segundos',
  thisLeavesIn_many: 'Copiada. Sale del portapapeles en {{count}} de segundos',
  someStays: 'Una clave copiada permanece en el portapapeles hasta que se copie otra cosa',
  someLeavesNow: 'Una clave copiada sale ahora del portapapeles',
  someLeavesAt: 'Una clave copiada sale del portapapeles en {{time}}',
  someLeavesIn_one: 'Una clave copiada sale del portapapeles en {{count}} segundo',
  someLeavesIn_other: 'Una clave copiada sale del portapapeles en {{count}} segundos',
  someLeavesIn_many: 'Una clave copiada sale del portapapeles en {{count}} de segundos',
  historyMayKeep: '{{words}}; un historial del portapapeles puede conservarla',
};
