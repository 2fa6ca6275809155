import type { help as english } from '../en/help.ts';
import type { Translation } from '../translation.ts';

export const help: Translation<typeof english> = {
  moveRows: 'Moverse entre filas',
  firstLast: 'Primera o última fila',
  detailsOfRow: 'Detalles de la fila',
  menuOfRow: 'Menú de la fila',
  deleteRow: 'Eliminar la clave de la fila',
  moveResources: 'Moverse entre recursos',
  moveLevels: 'Moverse entre niveles',
  setLevels: 'Sin acceso, Lectura, Escritura',
  title: 'Atajos de teclado',
  everywhere: 'En todas partes',
  openConnection: 'Abrir la conexión 1 a 9',
  closeOpen: 'Cerrar lo que está abierto',
  zoom: 'Zoom',
  inTable: 'En la tabla',
  inEditor: 'En el editor de permisos',
  movePages: 'Una página arriba o abajo',
  selectRow: 'Seleccionar la fila, o dejar de hacerlo',
  selectOnWay: 'Seleccionar al pasar',
  selectAll: 'Seleccionar todas las encontradas',
  moveGroups: 'Grupo siguiente o anterior',
  inSearch: 'En la búsqueda',
  searchToRows: 'A las filas',
  clearSearch: 'Vaciar la búsqueda',
  fullScreen: 'Pantalla completa',
};
