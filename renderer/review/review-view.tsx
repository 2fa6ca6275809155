import { Tabs } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { partDismissed } from '../../shared/review/review.ts';
import type { Finding } from '../../shared/review/rule.ts';
import { RULES } from '../../shared/review/rules.ts';
import type { ViewProps } from '../views/view-props.ts';
import styles from './review.module.css';
import { RuleList } from './rule-list.tsx';
import { RulePanel } from './rule-panel.tsx';
import { useAppeared } from './use-appeared.ts';
import { useReview } from './use-review.ts';
import { useReviewSettings } from './use-review-settings.ts';

/** What deserves a look: the rules at the left, the keys that one of them speaks of at the right. */
export function ReviewView(props: ViewProps) {
  const { state, facts, userId, projects, query, now } = props;
  const { settings, change } = useReviewSettings();
  const appeared = useAppeared(state);
  const found = useReview({ state, facts, settings, now, userId, appeared, projects });
  const rows = useDeferredValue(props.rows);
  const shown = useMemo(
    () => (query.trim() === '' ? null : new Set(rows.map(({ id }) => id))),
    [query, rows],
  );
  const results = useMemo(
    () =>
      RULES.map((rule) => {
        const findings = found.get(rule.id);
        const parted = partDismissed(rule, within(shown, findings ?? []), facts.dismissed);
        return { ...parted, isKnown: findings !== undefined };
      }),
    [found, shown, facts.dismissed],
  );
  const [chosen, setChosen] = useState<string | null>(null);
  // At first the weightiest rule that has something to say.
  const speaking = results.find(({ findings }) => findings.length > 0);
  const current = results.find(({ rule }) => rule.id === chosen) ?? speaking ?? results[0];
  if (!current) return null;
  return (
    <Tabs
      orientation="vertical"
      value={current.rule.id}
      onChange={setChosen}
      classNames={{ root: styles.root, list: styles.rules, tab: styles.rule, panel: styles.panel }}
    >
      <RuleList results={results} settings={settings} />
      <Tabs.Panel value={current.rule.id}>
        <RulePanel
          key={current.rule.id}
          {...props}
          result={current}
          settings={settings}
          onSettings={change}
        />
      </Tabs.Panel>
    </Tabs>
  );
}

/** The findings among the keys that are looked for; null: all are. */
function within(shown: ReadonlySet<string> | null, findings: readonly Finding[]): readonly Finding[] {
  return shown === null ? findings : findings.filter(({ key }) => shown.has(key.id));
}
