import { Switch, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { t } from '../../shared/language/words.ts';
import type { ReviewSettings } from '../../shared/review/settings.ts';
import { ErrorAlert } from '../error-alert.tsx';
import { keyCount } from '../format.ts';
import { focusNeighbour } from '../keys/use-arrival.ts';
import type { ViewProps } from '../views/view-props.ts';
import { DismissDialog } from './dismiss-dialog.tsx';
import { type FindingItem, itemsOf } from './finding-items.ts';
import { FindingsTable } from './findings-table.tsx';
import styles from './review.module.css';
import { RuleSetting } from './rule-setting.tsx';
import type { ShownRule } from './shown-rule.ts';
import { useDismissals } from './use-dismissals.ts';

type RulePanelProps = ViewProps & {
  readonly result: ShownRule;
  readonly settings: ReviewSettings;
  readonly onSettings: (changed: Partial<ReviewSettings>) => void;
};

/** One rule: why it deserves a look, and the keys that it speaks of. */
export function RulePanel(props: RulePanelProps) {
  const { result, settings, onSettings, handle, facts, now, state } = props;
  const { rule, findings, dismissed, isKnown } = result;
  const [showsDismissed, setShowsDismissed] = useState(false);
  const [asking, setAsking] = useState<FindingItem | null>(null);
  const { error, dismiss, takeBack, forgetError } = useDismissals(rule.id);
  const items = useMemo(
    () => itemsOf({ rule, findings, dismissed }, facts, showsDismissed),
    [rule, findings, dismissed, facts, showsDismissed],
  );
  return (
    <>
      <div className={styles.about}>
        <div className={styles.aboutHead}>
          <Title order={2}>{rule.title(settings)}</Title>
          <RuleSetting ruleId={rule.id} settings={settings} onSettings={onSettings} />
        </div>
        <p className={styles.reason}>{rule.reason}</p>
        {dismissed.length > 0 ? (
          <Switch
            size="xs"
            label={t('review.looked', { count: dismissed.length })}
            checked={showsDismissed}
            onChange={(event) => setShowsDismissed(event.currentTarget.checked)}
          />
        ) : null}
        {error ? <ErrorAlert error={error} onAction={forgetError} actionLabel={t('common.dismiss')} /> : null}
      </div>
      {items.length === 0 ? (
        <p className={styles.clear}>
          {isKnown ? t('review.noneHere') : t('review.looking', { keys: keyCount(state.list.rows.length) })}
        </p>
      ) : (
        <FindingsTable
          items={items}
          now={now}
          menuRow={props.menuRow}
          onOpen={props.onOpen}
          onDelete={props.onDelete}
          onMenu={props.onMenu}
          onDismiss={setAsking}
          onTakeBack={({ key }) => void takeBack(key.id)}
          handle={handle}
        />
      )}
      <DismissDialog
        item={asking}
        onClose={() => setAsking(null)}
        onDismiss={async (note) => {
          if (!asking) return;
          setAsking(null);
          if (!showsDismissed) focusNeighbour(items, asking.id, handle);
          await dismiss(asking.key.id, note);
        }}
      />
    </>
  );
}
