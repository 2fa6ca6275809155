import { Tabs } from '@mantine/core';
import { IconAlertTriangle, IconBulb, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { t } from '../../shared/language/words.ts';
import type { Weight } from '../../shared/review/rule.ts';
import type { ReviewSettings } from '../../shared/review/settings.ts';
import { formatNumber } from '../format.ts';
import styles from './review.module.css';
import type { ShownRule } from './shown-rule.ts';

const ICONS = { warning: IconAlertTriangle, advice: IconBulb, note: IconInfoCircle } as const;
const WEIGHTS = {
  warning: t('review.harm'),
  advice: t('review.harmLikely'),
  note: t('review.goodToKnow'),
} as const satisfies Record<Weight, string>;

type RuleListProps = { readonly results: readonly ShownRule[]; readonly settings: ReviewSettings };

/** The rules, each with the number of its keys. Arrow keys move between them. */
export function RuleList({ results, settings }: RuleListProps) {
  return (
    <Tabs.List aria-label={t('review.rules')}>
      {results.map(({ rule, findings, isKnown }) => {
        const isClear = isKnown && findings.length === 0;
        const Icon = isClear ? IconCheck : ICONS[rule.weight];
        return (
          <Tabs.Tab
            key={rule.id}
            value={rule.id}
            title={WEIGHTS[rule.weight]}
            data-clear={isClear || undefined}
            data-weight={rule.weight}
            leftSection={<Icon size={15} aria-hidden="true" />}
            rightSection={
              <span className={styles.count}>{isKnown ? formatNumber(findings.length) : '…'}</span>
            }
          >
            {rule.title(settings)}
          </Tabs.Tab>
        );
      })}
    </Tabs.List>
  );
}
