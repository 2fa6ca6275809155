import type { AccessWord, Condition, FilterProblem, Term } from '../../shared/key-filter.ts';
import type { Area } from '../../shared/key-levels.ts';
import { t } from '../../shared/language/words.ts';
import { environmentLabel } from '../../shared/local-facts.ts';
import { LEVEL_LABELS, RESOURCES } from '../../shared/permissions.ts';
import { oneLine } from '../format.ts';

const ACCESS_LABELS = {
  ...LEVEL_LABELS,
  custom: t('common.custom'),
  any: t('filter.anyAccessWithin'),
} as const satisfies Record<AccessWord, string>;

function resourceLabel(id: Area | 'any'): string {
  if (id === 'other') return t('filter.otherPermissions');
  return RESOURCES.find((resource) => resource.id === id)?.label ?? t('filter.anyResource');
}

function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'access':
      return t('filter.resourceAccess', {
        resource: resourceLabel(condition.resource),
        access: ACCESS_LABELS[condition.access],
      });
    case 'restriction':
      return condition.restricted ? t('common.restricted') : t('common.unrestricted');
    case 'age':
      return t(condition.than === 'older' ? 'filter.olderThan' : 'filter.newerThan', {
        count: condition.days,
      });
    case 'environment':
      return condition.environment === ''
        ? t('filter.noEnvironment')
        : t('filter.environment', { name: environmentLabel(condition.environment) });
    case 'maker':
      return condition.by === 'me' ? t('filter.madeByMe') : t('filter.madeByOthers');
    case 'identity':
      return t(condition.of === 'id' ? 'filter.idBegins' : 'filter.keyEnds', { text: condition.text });
    case 'project':
      return t('filter.projectNamed', { name: condition.name });
  }
}

/** A condition as a person says it: "Billing: Write", "Not: Restricted". */
export function termText({ condition, negated }: Term): string {
  const text = oneLine(conditionText(condition), 60);
  return negated ? t('filter.not', { text }) : text;
}

/** What was not understood of a filter, and what has become of it. */
export function problemText(problem: FilterProblem): string {
  const word = t('common.named', { name: oneLine(problem.word, 40) });
  switch (problem.kind) {
    case 'value':
      return t('filter.needs', { word, expected: problem.expected });
    case 'unknown':
      return t('filter.noFilter', { word });
  }
}
