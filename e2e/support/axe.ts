import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Keydesk } from './launch.ts';
import { settle } from './settle.ts';

type Finding = { readonly rule: string; readonly where: readonly string[] };

type Looking = {
  /** Only what differs from one theme to another. */
  readonly contrastOnly?: boolean;
};

/** What axe finds on the page as it is now. A fade that is still under way would change colours: it is waited for. */
export async function findings(
  page: Page,
  { contrastOnly = false }: Looking = {},
): Promise<readonly Finding[]> {
  await settle(page);
  // Legacy mode: the other opens a window of its own for its last step, and the program opens none.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  if (contrastOnly) axe.withRules(['color-contrast']);
  // WCAG 2.2, 2.5.8: axe has it off by default.
  else axe.options({ rules: { 'target-size': { enabled: true } } });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => ({
    rule: id,
    where: nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary ?? ''}`),
  }));
}

/** Light or dark, as the system would have it. */
export function setTheme({ app }: Keydesk, theme: 'light' | 'dark'): Promise<void> {
  return app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source;
  }, theme);
}
