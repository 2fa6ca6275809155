import type { Attempt } from '../../shared/attempt.ts';
import { t } from '../../shared/language/words.ts';
import { Banners } from '../banners/banner.tsx';
import { useBridge } from '../bridge.ts';
import type { KeysState } from '../keys/keys-state.ts';
import { quietly } from '../settled.ts';
import { type AttemptActions, AttemptBanner } from './attempt-banner.tsx';

type AttemptBannersProps = Omit<AttemptActions, 'onDismiss'> & {
  readonly attempts: readonly Attempt[];
  readonly state: KeysState;
  /** The button that was pressed goes away, and the focus with it. */
  readonly onDismissed: () => void;
  readonly now: number;
};

/** Above the table: calls that may or may not have happened, until somebody has settled them. */
export function AttemptBanners({ attempts, state, now, onDismissed, ...actions }: AttemptBannersProps) {
  const bridge = useBridge();
  if (attempts.length === 0) return null;
  const rows = state.load.kind === 'ready' ? state.list.rows.map(({ row }) => row) : null;
  const unread = state.load.kind === 'loading' ? t('attempts.readingList') : t('attempts.nobodyKnows');
  const onDismiss = ({ id }: Attempt) => {
    onDismissed();
    quietly(bridge.dismissAttempt({ id }));
  };
  return (
    <Banners>
      {attempts.map((attempt) => (
        <AttemptBanner
          key={attempt.id}
          attempt={attempt}
          rows={rows}
          unread={unread}
          now={now}
          actions={{ ...actions, onDismiss }}
        />
      ))}
    </Banners>
  );
}
