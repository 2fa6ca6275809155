import type { signIn as english } from '../en/sign-in.ts';
import type { Translation } from '../translation.ts';

export const signIn: Translation<typeof english> = {
  chooseProject: 'Elegir un proyecto',
  chooseLead: 'Este token lee varios proyectos. Elija aquel al que pertenecen sus claves.',
  projects: 'Proyectos',
  connect: 'Conectar',
  again: 'Iniciar sesión de nuevo',
  notNow: 'Ahora no',
  title: 'Conectar un proyecto',
  lead: 'Crear, ver y gestionar las claves de API de un proyecto como administrador.',
  or: 'o',
  openDemo: 'Abrir el proyecto de demostración',
  demoHint: 'Claves de ejemplo en este equipo. Nada sale de él.',
  adminToken: 'Token de administrador',
  tokenHint: 'Se envía solo a esta dirección y se guarda solo donde lo protege el llavero de este equipo.',
  demoRuledOff: 'Establecido por la directiva de este equipo: desactivado.',
  showToken: 'Mostrar el token',
  hideToken: 'Ocultar el token',
  againLead:
    'El servidor ya no acepta el token de {{project}} en {{address}}. Lo que hay en pantalla se queda como está.',
};
