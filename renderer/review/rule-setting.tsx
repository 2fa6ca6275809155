import { NativeSelect } from '@mantine/core';
import { t } from '../../shared/language/words.ts';
import { OLD_DAYS, type ReviewSettings, WRITES } from '../../shared/review/settings.ts';
import styles from './review.module.css';

type RuleSettingProps = {
  readonly ruleId: string;
  readonly settings: ReviewSettings;
  readonly onSettings: (changed: Partial<ReviewSettings>) => void;
};

const NUMBERS = Array.from({ length: WRITES.most - WRITES.least + 1 }, (_, index) => WRITES.least + index);

/** Where a rule begins to speak, for the two where a person may decide it. */
export function RuleSetting({ ruleId, settings, onSettings }: RuleSettingProps) {
  switch (ruleId) {
    case 'old':
      return (
        <NativeSelect
          aria-label={t('review.oldAfter')}
          className={styles.setting}
          value={String(settings.oldDays)}
          data={OLD_DAYS.map((days) => ({
            value: String(days),
            label: t('review.afterDays', { count: days }),
          }))}
          onChange={({ currentTarget: { value } }) => {
            const oldDays = OLD_DAYS.find((days) => String(days) === value);
            if (oldDays) onSettings({ oldDays });
          }}
        />
      );
    case 'many-writes':
      return (
        <NativeSelect
          aria-label={t('review.manyAre')}
          className={styles.setting}
          value={String(settings.mostWrites)}
          data={NUMBERS.map((count) => ({
            value: String(count),
            label: t('review.moreThan', { number: count }),
          }))}
          onChange={(event) => onSettings({ mostWrites: Number(event.currentTarget.value) })}
        />
      );
    default:
      return null;
  }
}
