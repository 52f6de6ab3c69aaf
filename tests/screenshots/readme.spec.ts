import type { Page } from '@playwright/test';
import { test } from '#tests/e2e/fixtures.ts';
import { type PageType, pageTypes } from '#tests/e2e/page-types.ts';
import { debrief } from '#tests/e2e/playing.ts';

/** The pictures of the README: what somebody sees first of a page, not all of it. */
const folder = 'docs/pictures';
const phone = { width: 360, height: 740 };
const desk = { width: 1280, height: 800 };

const pictures = [
  { file: 'landing', of: 'landing', viewport: desk },
  { file: 'library', of: 'library, signed in', viewport: desk },
  { file: 'scene', of: 'decision', viewport: phone },
  { file: 'scene-dark', of: 'decision', viewport: phone, colorScheme: 'dark' },
  { file: 'debrief', of: 'recommended ending', viewport: phone },
  { file: 'compliance', of: 'compliance', viewport: desk },
] as const;

// So that the lines of the compliance page are those that everybody starts with.
test.use({ hasOwnApp: true });

for (const { file, of, viewport, ...media } of pictures)
  test(`${file}, for the README`, async ({ page, signedInAs }) => {
    const type = find(of);
    if (type.part) await signedInAs(type.part);
    await page.setViewportSize(viewport);
    await page.emulateMedia(media);
    await open(page, type);
    // The path stands under the ending, which gives away how it ends.
    if (file === 'debrief') await debrief(page).evaluate((heading) => heading.scrollIntoView());
    await page.screenshot({ path: `${folder}/${file}.png` });
  });

function find(name: string): PageType {
  const type = pageTypes.find((type) => type.name === name);
  if (!type) throw new Error(`There is no page type called ${name}`);
  return type;
}

/** As it is met: with what unfolds still folded. */
async function open(page: Page, { open }: PageType) {
  if (typeof open === 'string') await page.goto(open);
  else await open(page);
  await page.getByRole('heading', { level: 1 }).waitFor();
}
