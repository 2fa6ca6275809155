import { lazy, type ReactNode, Suspense } from 'react';
import { useConnectionDesk } from '../connections/connection-desk.ts';

const AllProjects = lazy(async () => ({ default: (await import('./all-projects.tsx')).AllProjects }));

/** The table over all projects where it is wanted; else what is there of one. */
export function ProjectsOr({ children }: { readonly children: ReactNode }) {
  const { isAll } = useConnectionDesk();
  if (!isAll) return children;
  return (
    <Suspense fallback={null}>
      <AllProjects />
    </Suspense>
  );
}
