import { expect, test } from './fixtures.ts';
import { expectStep, play, playAhead } from './playing.ts';
import { fill, harm, scenario, sceneWords, secret, strong, words } from './words.ts';

test.use({ hasOwnApp: true });

const { ending } = words.play;

test('a grave error, put right in the story, is tried again before it counts', async ({
  page,
  signedInAs,
}) => {
  await signedInAs('staff');
  const slip = secret.choices.findIndex(([choice]) => choice === 'promise.her');
  await page.goto(await playAhead(page.request, secret.choices.slice(0, slip)));
  await play(page, secret.choices.slice(slip), { from: slip });
  await expect(page.getByRole('heading', { name: ending.toClear.title })).toBeVisible();
  await expect(page.getByRole('heading', { name: ending.completed.title })).toHaveCount(0);

  const { title } = sceneWords('formTime.promise');
  await page.getByRole('button', { name: fill(ending.toClear.go, { title }) }).click();
  await expect(page.getByText(words.play.practising)).toBeVisible();
  await expectStep(page, slip);
  const better = [['say.who'], ...secret.choices.slice(slip + 2)];
  await play(page, better, { from: slip });
  await expect(page.getByText(ending.practice.cleared)).toBeVisible();
  await expect(page.getByText(ending.completed.text)).toBeVisible();

  await page.getByRole('link', { name: ending.practice.back }).click();
  await expect(page.getByRole('heading', { name: ending.completed.title })).toBeVisible();
  await page.goto('/records');
  await expect(page.getByRole('rowheader')).toHaveText([scenario.title]);
});

test('a harmful ending invites another attempt and completes nothing', async ({
  page,
  signedInAs,
}) => {
  await signedInAs('staff');
  const last = harm.choices.length - 1;
  await page.goto(await playAhead(page.request, harm.choices.slice(0, last)));
  await play(page, harm.choices.slice(last), { from: last });
  await expect(page.getByRole('heading', { name: ending.harmful.title })).toBeVisible();
  await expect(page.getByRole('heading', { name: ending.completed.title })).toHaveCount(0);
  const better = fill(ending.harmful.go, { title: sceneWords('formTime.firstWords').title });
  await expect(page.getByRole('button', { name: better })).toBeVisible();
  await page.getByRole('link', { name: ending.again }).click();
  await expect(page.getByRole('button', { name: words.scenarios.intro.start })).toBeVisible();
  await page.goto('/records');
  await expect(page.getByRole('heading', { name: words.records.empty.title })).toBeVisible();
});

test('whoever ended badly walks the better road from where it turned', async ({
  page,
  signedInAs,
}) => {
  await signedInAs('staff');
  const turn = harm.passes.indexOf('formTime.firstWords');
  await page.goto(await playAhead(page.request, harm.choices));
  const go = fill(ending.harmful.go, { title: sceneWords('formTime.firstWords').title });
  await page.getByRole('button', { name: go }).click();
  await expectStep(page, turn);
  await play(page, strong.choices.slice(strong.passes.indexOf('formTime.firstWords')), {
    from: turn,
  });
  await expect(page.getByText(ending.practice.doesNotCount)).toBeVisible();
});
