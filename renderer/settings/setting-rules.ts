import { t } from '../../shared/language/words.ts';
import type { LockState } from '../../shared/lock-state.ts';
import type { Policy } from '../../shared/policy.ts';
import type { SettingId } from '../../shared/settings.ts';
import { timeRuleText } from '../policy/policy-text.ts';
import { minutesLabel, secondsLabel } from '../security/time-choices.ts';

type Around = {
  readonly policy: Policy;
  readonly means: LockState['means'];
  readonly hasUpdates: boolean;
};

/** `most`: the longest time that is allowed; null where nothing is left to choose. */
export type SettingRule = { readonly text: string; readonly most: number | null };

function timeRule(most: number | null, label: (amount: number) => string): SettingRule | null {
  return most === null ? null : { text: timeRuleText(label(most)), most };
}

/** What the policy of this computer rules of a setting. */
export function ruleOf(id: SettingId, { policy: { rules } }: Around): SettingRule | null {
  if (id === 'lockMinutes') return timeRule(rules.lockMinutes, minutesLabel);
  if (id === 'clipboardSeconds') return timeRule(rules.clipboardSeconds, secondsLabel);
  if (id === 'updates' && !rules.updates) return { text: t('settings.updatesRuled'), most: null };
  return null;
}

/** Why a setting does nothing here; null where it does. */
export function offText(id: SettingId, { policy, means, hasUpdates }: Around): string | null {
  if (id === 'lockMinutes' && !means.passPhrase && !means.touchId) return t('security.lockOff');
  if (id === 'updates' && policy.rules.updates && !hasUpdates) return t('settings.updatesNone');
  return null;
}
