import type { Bridge } from '../../shared/contract.ts';
import { idOutside } from './project-rows.ts';
import type { ProjectsStore } from './projects-store.ts';

/** The bridge of the views over all projects: what is noted of a key is noted in its own project. */
export function projectsBridge(bridge: Bridge, store: Pick<ProjectsStore, 'takeFacts'>): Bridge {
  return {
    ...bridge,
    async setDismissal({ keyId, ...dismissal }) {
      const { connectionId, id } = idOutside(keyId);
      const result = await bridge.setDismissal({ ...dismissal, keyId: id, connectionId });
      if (result.ok) store.takeFacts(connectionId, result.value.facts);
      return result;
    },
  };
}
