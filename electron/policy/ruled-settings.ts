import type { PolicyRules } from '../../shared/policy.ts';
import type { SecuritySettings } from '../../shared/security-state.ts';
import type { Settings } from '../settings/settings-keeper.ts';

/** @param wanted null: never. @param most null: not ruled. */
function atMost(wanted: number | null, most: number | null): number | null {
  if (most === null) return wanted;
  return wanted === null ? most : Math.min(wanted, most);
}

/** The settings within what the policy allows. What the person chose before stays in the file and comes back with it. */
export function ruledSettings(settings: Settings, rules: PolicyRules): Settings {
  const within = (security: SecuritySettings): SecuritySettings => ({
    clipboardSeconds: atMost(security.clipboardSeconds, rules.clipboardSeconds),
    lockMinutes: atMost(security.lockMinutes, rules.lockMinutes),
  });
  return {
    ...settings,
    security: () => within(settings.security()),
    setSecurity: (wanted) => within(settings.setSecurity(within(wanted))),
  };
}
