import { useEffect, useState } from 'react';
import { NO_POLICY, type Policy } from '../../shared/policy.ts';
import { useBridge } from '../bridge.ts';

/** What an administrator of this computer has ruled; nothing until main has told, and where it does not. */
export function usePolicy(): Policy {
  const bridge = useBridge();
  const [policy, setPolicy] = useState<Policy>(NO_POLICY);

  useEffect(() => {
    let isWanted = true;
    bridge.getPolicy().then(
      (told) => isWanted && setPolicy(told),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [bridge]);

  return policy;
}
