import type { Policy, PolicyProblem } from '../../shared/policy.ts';
import { minutesLabel, secondsLabel } from '../security/time-choices.ts';

/** Why a setting is locked, wherever one is. */
export const RULED = 'Ruled by the policy of this computer';

/** What is wrong with a policy that cannot be followed. */
export function policyProblemText(problem: PolicyProblem): string {
  switch (problem) {
    case 'unreadable':
      return 'The policy file of this computer could not be read.';
    case 'malformed':
      return 'The policy file of this computer has a mistake in it.';
    case 'not-protected':
      return 'The policy file of this computer can be changed by others than an administrator.';
  }
}

/** The hint at a time that may not be longer. */
export function timeRuleText(limit: string): string {
  return `${RULED}: at most ${limit}.`;
}

export type RuleLine = { readonly title: string; readonly text: string };

function addressLine(addresses: readonly string[]): RuleLine {
  const hosts = addresses.map((address) => address.replace(/^https:\/\//, ''));
  return {
    title: 'API addresses',
    text: hosts.length === 0 ? 'None may be asked.' : `Only ${hosts.join(', ')}.`,
  };
}

/** All that is ruled, a line each; nothing where nothing is. */
export function ruleLines({ rules }: Policy): readonly RuleLine[] {
  const line = (isRuled: boolean, title: string, text: string): readonly RuleLine[] =>
    isRuled ? [{ title, text }] : [];
  const { allowedAddresses, clipboardSeconds, lockMinutes } = rules;
  return [
    ...(allowedAddresses ? [addressLine(allowedAddresses)] : []),
    ...(lockMinutes === null ? [] : [{ title: 'Lock', text: `After ${minutesLabel(lockMinutes)} at most.` }]),
    ...(clipboardSeconds === null
      ? []
      : [{ title: 'Clipboard', text: `A copied key stays ${secondsLabel(clipboardSeconds)} at most.` }]),
    ...line(!rules.offlineCopy, 'Offline copy', 'Off. No list of keys is kept on this computer.'),
    ...line(!rules.updates, 'Updates', 'Off. Keydesk does not look for them.'),
    ...line(!rules.demo, 'Demo project', 'Off.'),
  ];
}
