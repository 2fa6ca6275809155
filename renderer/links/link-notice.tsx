import { t } from '../../shared/language/words.ts';
import { useBridge } from '../bridge.ts';
import { NoticeLine, NoticeStrip } from '../notices/notices.tsx';
import { quietly } from '../settled.ts';
import { linkText } from './link-text.ts';
import { useLink } from './use-link.ts';

/** Why a link did not lead anywhere, or what it waits for. */
export function LinkNotice({ words }: { readonly words: string | null }) {
  const bridge = useBridge();
  if (words === null) return null;
  return (
    <NoticeStrip label={t('links.link')}>
      <NoticeLine words={words} onDismiss={() => quietly(bridge.closeLink())} />
    </NoticeStrip>
  );
}

/** What there is to say of a link in every screen; the rest is for the open project to say. */
export function LinkStatus() {
  return <LinkNotice words={linkText(useLink())} />;
}
