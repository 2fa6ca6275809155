import { createContext, useContext, useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { createSorter } from '../keys/visible-rows.ts';
import { NOTHING_READ, type ProjectsState, type ProjectsStore } from './projects-store.ts';

const NO_PROJECTS: ProjectsStore = {
  state: createStore(() => NOTHING_READ),
  sorter: createSorter(),
  enter: () => () => undefined,
  refresh: () => undefined,
  cancel: () => undefined,
  takeFacts: () => undefined,
};

export const ProjectsStoreContext = createContext<ProjectsStore>(NO_PROJECTS);

export function useProjectsStore(): ProjectsStore {
  return useContext(ProjectsStoreContext);
}

/** The lists of all projects; they are read as long as this is in use. */
export function useProjects(): ProjectsState {
  const store = useProjectsStore();
  useEffect(() => store.enter(), [store]);
  return useStore(store.state);
}
