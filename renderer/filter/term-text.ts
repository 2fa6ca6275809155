import type { AccessWord, Condition, FilterProblem, Term } from '../../shared/key-filter.ts';
import type { Area } from '../../shared/key-levels.ts';
import { t } from '../../shared/language/words.ts';
import { LEVEL_LABELS, RESOURCES } from '../../shared/permissions.ts';
import { formatNumber, oneLine } from '../format.ts';

const ACCESS_LABELS = {
  ...LEVEL_LABELS,
  custom: 'Custom',
  any: 'any access',
} as const satisfies Record<AccessWord, string>;

function resourceLabel(id: Area | 'any'): string {
  if (id === 'other') return 'Other permissions';
  return RESOURCES.find((resource) => resource.id === id)?.label ?? 'Any resource';
}

function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'access':
      return `${resourceLabel(condition.resource)}: ${ACCESS_LABELS[condition.access]}`;
    case 'restriction':
      return condition.restricted ? 'Restricted' : 'Unrestricted';
    case 'age':
      return `${condition.than === 'older' ? 'Older' : 'Newer'} than ${formatNumber(condition.days)} ${condition.days === 1 ? 'day' : 'days'}`;
    case 'environment':
      return condition.environment === '' ? 'No environment' : `Environment: ${condition.environment}`;
    case 'maker':
      return condition.by === 'me' ? 'Made by me' : 'Made by someone else';
    case 'identity':
      return `${condition.of === 'id' ? 'ID begins with' : 'Key ends with'} ${condition.text}`;
  }
}

/** A condition as a person says it: "Billing: Write", "Not: Restricted". */
export function termText({ condition, negated }: Term): string {
  const text = oneLine(conditionText(condition), 60);
  return negated ? `Not: ${text}` : text;
}

/** What was not understood of a filter, and what has become of it. */
export function problemText(problem: FilterProblem): string {
  const word = t('common.named', { name: oneLine(problem.word, 40) });
  switch (problem.kind) {
    case 'value':
      return `${word} is left out: it needs ${problem.expected}`;
    case 'unknown':
      return `${word} is no filter: looked for in the names`;
  }
}
