import type { compare as english } from '../en/compare.ts';
import type { Translation } from '../translation.ts';

export const compare: Translation<typeof english> = {
  title: 'Comparar claves de API',
  comparison: 'Comparación',
  idUnreadable: 'ID ilegible',
  maySame: 'Estas claves pueden hacer lo mismo.',
  nothing: 'Nada.',
  different: 'Diferente ({{number}})',
  same: 'Igual ({{number}})',
  restriction: 'Restricción',
};
