import { t } from '../../shared/language/words.ts';
import { useBridge } from '../bridge.ts';
import { NoticeLine, NoticeStrip } from '../notices/notices.tsx';
import { quietly } from '../settled.ts';
import { linkText } from './link-text.ts';
import { useLink } from './use-link.ts';
import { useLinkElsewhere } from './use-link-elsewhere.ts';

type LinkNoticeProps = {
  readonly words: string | null;
  /** Goes where the link leads; null where there is no such place. */
  readonly onOpen?: (() => void) | null;
};

/** Why a link did not lead anywhere, or what it waits for. */
export function LinkNotice({ words, onOpen = null }: LinkNoticeProps) {
  const bridge = useBridge();
  if (words === null) return null;
  return (
    <NoticeStrip label={t('links.link')}>
      <NoticeLine
        words={words}
        action={onOpen ? { label: t('links.openThere'), run: onOpen } : null}
        onDismiss={() => quietly(bridge.closeLink())}
      />
    </NoticeStrip>
  );
}

/** What there is to say of a link in every screen; the rest is for the open project to say. */
export function LinkStatus() {
  const link = useLink();
  const { onOpen, isOnItsWay } = useLinkElsewhere(link);
  return <LinkNotice words={isOnItsWay ? null : linkText(link)} onOpen={onOpen} />;
}
