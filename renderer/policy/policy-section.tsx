import { IconLock } from '@tabler/icons-react';
import { t } from '../../shared/language/words.ts';
import type { Policy } from '../../shared/policy.ts';
import styles from './policy.module.css';
import { policyProblemText, ruleLines } from './policy-text.ts';

/** What is ruled, and that it cannot be changed here; nothing where nothing is. */
export function PolicySection({ policy }: { readonly policy: Policy }) {
  const lines = ruleLines(policy);
  if (lines.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="policy-title">
      <h3 id="policy-title" className={styles.title}>
        <IconLock size={14} aria-hidden="true" />
        {t('policy.title')}
      </h3>
      <p className={styles.hint}>
        {policy.kind === 'broken'
          ? t('policy.brokenHolds', { problem: policyProblemText(policy.problem) })
          : t('policy.cannotChange')}
      </p>
      <dl className={styles.rules}>
        {lines.map(({ title, text }) => (
          <div key={title} className={styles.rule}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
