import { t } from '../../shared/language/words.ts';
import { NoticeLine, NoticeStrip } from '../notices/notices.tsx';
import type { ErrandOutcome } from './use-errand.ts';

type ErrandNoticeProps = {
  readonly outcome: ErrandOutcome | null;
  readonly dismiss: () => void;
};

/** Why what somebody came to this connection for was not done. */
export function ErrandNotice({ outcome, dismiss }: ErrandNoticeProps) {
  if (outcome === null) return null;
  const words =
    outcome.kind === 'missing'
      ? t('connections.errandMissing')
      : t('connections.errandRefused', { why: outcome.why });
  return (
    <NoticeStrip label={t('connections.errand')}>
      <NoticeLine words={words} onDismiss={dismiss} />
    </NoticeStrip>
  );
}
