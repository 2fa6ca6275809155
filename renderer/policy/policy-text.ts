import { t } from '../../shared/language/words.ts';
import type { Policy, PolicyProblem } from '../../shared/policy.ts';
import { minutesLabel, secondsLabel } from '../security/time-choices.ts';

/** What is wrong with a policy that cannot be followed. */
export function policyProblemText(problem: PolicyProblem): string {
  switch (problem) {
    case 'unreadable':
      return t('policy.unreadable');
    case 'malformed':
      return t('policy.malformed');
    case 'not-protected':
      return t('policy.notProtected');
  }
}

/** The hint at a time that may not be longer. */
export function timeRuleText(limit: string): string {
  return t('policy.ruledAtMost', { limit });
}

export type RuleLine = { readonly title: string; readonly text: string };

function addressLine(addresses: readonly string[]): RuleLine {
  const hosts = addresses.map((address) => address.replace(/^https:\/\//, ''));
  return {
    title: t('policy.addresses'),
    text: hosts.length === 0 ? t('policy.noAddress') : t('policy.onlyAddresses', { hosts: hosts.join(', ') }),
  };
}

/** All that is ruled, a line each; nothing where nothing is. */
export function ruleLines({ rules }: Policy): readonly RuleLine[] {
  const line = (isRuled: boolean, title: string, text: string): readonly RuleLine[] =>
    isRuled ? [{ title, text }] : [];
  const { allowedAddresses, clipboardSeconds, lockMinutes } = rules;
  return [
    ...(allowedAddresses ? [addressLine(allowedAddresses)] : []),
    ...(lockMinutes === null
      ? []
      : [{ title: t('policy.lock'), text: t('policy.lockAtMost', { time: minutesLabel(lockMinutes) }) }]),
    ...(clipboardSeconds === null
      ? []
      : [
          {
            title: t('policy.clipboard'),
            text: t('policy.clipboardAtMost', { time: secondsLabel(clipboardSeconds) }),
          },
        ]),
    ...line(!rules.offlineCopy, t('policy.offlineCopy'), t('policy.offlineCopyOff')),
    ...line(!rules.updates, t('policy.updates'), t('policy.updatesOff')),
    ...line(!rules.demo, t('policy.demo'), t('policy.demoOff')),
  ];
}
