import { useEffect } from 'react';
import { shownName } from '../format.ts';

const PROGRAM = 'Keydesk';

/** The title of the window, where the system lists windows: the project, for as long as it is shown. */
export function useWindowTitle(project: string): void {
  useEffect(() => {
    document.title = `${shownName(project)} – ${PROGRAM}`;
    return () => {
      document.title = PROGRAM;
    };
  }, [project]);
}
