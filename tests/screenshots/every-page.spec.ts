import path from 'node:path';
import type { Page } from '@playwright/test';
import { test } from '#tests/e2e/fixtures.ts';
import { openPage, pageTypes } from '#tests/e2e/page-types.ts';

const folder = process.env.SIGNPOST_SCREENSHOTS ?? '.cache/screenshots';

type Media = Parameters<Page['emulateMedia']>[0];
const heights = { 360: 740, 1280: 800 } as const;
type Width = keyof typeof heights;
const phone: Width = 360;
const desk: Width = 1280;

const themes: { name: string; widths: Width[]; media: Media }[] = [
  { name: 'light', widths: [phone, desk], media: {} },
  { name: 'dark', widths: [phone, desk], media: { colorScheme: 'dark' } },
  { name: 'contrast', widths: [phone, desk], media: { contrast: 'more' } },
  { name: 'forced', widths: [phone], media: { forcedColors: 'active' } },
];
const plain: Media = { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' };

for (const type of pageTypes)
  test.describe(type.name, () => {
    test.use({ hasOwnApp: type.needsOwnApp ?? false });

    test('has its pictures taken', async ({ page, watch, signedInAs }) => {
      if (type.status) watch.expectStatus(type.status);
      if (type.part) await signedInAs(type.part);
      await openPage(page, type);
      for (const { name, widths, media } of themes)
        for (const width of widths) {
          await page.emulateMedia({ ...plain, ...media });
          await page.setViewportSize({ width, height: heights[width] });
          const file = `${fileName(type.name)}-${width}-${name}.png`;
          await page.screenshot({ path: path.join(folder, file), fullPage: true });
        }
    });
  });

function fileName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/^-|-$/g, '');
}
