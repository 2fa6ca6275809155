import type { PolicyRules } from '../../shared/policy.ts';
import type { SettingChange } from '../../shared/settings.ts';
import type { Settings } from '../settings/settings-keeper.ts';

/** @param wanted null: never. @param most null: not ruled. */
function atMost(wanted: number | null, most: number | null): number | null {
  if (most === null) return wanted;
  return wanted === null ? most : Math.min(wanted, most);
}

/** The settings within what the policy allows. What the person chose before stays in the file and comes back with it. */
export function ruledSettings(settings: Settings, rules: PolicyRules): Settings {
  const within = <S extends SettingChange>(some: S): S => {
    const { clipboardSeconds, lockMinutes } = some;
    return {
      ...some,
      ...(clipboardSeconds === undefined
        ? {}
        : { clipboardSeconds: atMost(clipboardSeconds, rules.clipboardSeconds) }),
      ...(lockMinutes === undefined ? {} : { lockMinutes: atMost(lockMinutes, rules.lockMinutes) }),
      ...(some.updates === undefined ? {} : { updates: some.updates && rules.updates }),
    };
  };
  return {
    ...settings,
    values: () => within(settings.values()),
    change: (wanted) => within(settings.change(within(wanted))),
    reset: () => within(settings.reset()),
  };
}
