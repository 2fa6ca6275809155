import type { FaultServer } from './fault-server.ts';
import type { DrawnFault } from './soak-faults.ts';

/** What goes wrong with the server, one on top of the other until all is well again. */
export type Weather = {
  readonly strike: (fault: Exclude<DrawnFault, { kind: 'kill' }>) => Promise<void>;
  readonly heal: () => Promise<void>;
  /** Breaks what is under way; what is asked anew is served. */
  readonly breakTheLine: () => Promise<void>;
  /** Whether some call may never be answered. */
  readonly isHanging: () => boolean;
};

export function createWeather(server: FaultServer): Weather {
  let isGone = false;
  let isHanging = false;
  return {
    async strike(fault) {
      if (fault.kind === 'rule') {
        server.rule(fault.rule);
        isHanging ||= typeof fault.rule.fault !== 'function' && fault.rule.fault.kind === 'hang';
      } else {
        await server.refuse();
        isGone = true;
      }
    },
    async heal() {
      server.heal();
      isHanging = false;
      if (isGone) await server.comeBack();
      isGone = false;
    },
    async breakTheLine() {
      if (isGone) return;
      await server.refuse();
      await server.comeBack();
    },
    isHanging: () => isHanging,
  };
}
