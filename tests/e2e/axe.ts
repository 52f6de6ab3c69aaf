import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export type Theme = Pick<
  NonNullable<Parameters<Page['emulateMedia']>[0]>,
  'colorScheme' | 'contrast' | 'forcedColors'
>;

const usual: Theme = { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' };

/** What axe finds wrong with a page as somebody sees it who has asked for a theme. */
export async function violationsOf(page: Page, theme: Theme = {}): Promise<string[][]> {
  await page.emulateMedia({ ...usual, ...theme });
  const axe = new AxeBuilder({ page }).withTags(standards);
  // Forced colours are the person's own, and axe reads the page's instead.
  if (theme.forcedColors === 'active') axe.disableRules(['color-contrast']);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => [
    id,
    ...nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`),
  ]);
}
