import { useEffect, useState } from 'react';
import type { PermissionLevels } from '../../shared/permissions.ts';
import type { Preset } from '../../shared/presets.ts';
import { useBridge } from '../bridge.ts';

/** One's own presets, as main keeps them. */
export function usePresets() {
  const bridge = useBridge();
  const [presets, setPresets] = useState<readonly Preset[]>([]);
  const take = (answer: Promise<readonly Preset[]>) => void answer.then(setPresets, () => undefined);

  useEffect(() => {
    bridge.getPresets().then(
      (kept) => kept.length > 0 && setPresets(kept),
      () => undefined,
    );
  }, [bridge]);

  return {
    presets,
    save: (name: string, levels: PermissionLevels) => take(bridge.savePreset({ name: name.trim(), levels })),
    remove: (name: string) => take(bridge.deletePreset({ presetName: name })),
  };
}
