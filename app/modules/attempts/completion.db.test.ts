import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { resume } from '#app/simulation/choose.ts';
import type { Scenario } from '#app/simulation/scenario.ts';
import { type Snapshot, sceneAt, snapshotSchema } from '#app/simulation/snapshot.ts';
import {
  type Answer,
  answersAt,
  beginAttempt,
  effectOf,
  newestVersion,
  play,
  takeSteps,
  walkthrough,
} from '#tests/factories/attempt.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { standardReader } from '#tests/factories/readers.ts';
import { database } from '#tests/setup/database.ts';
import { chance } from '#tests/setup/walker.ts';
import { openAttemptPage } from './page.server.ts';
import { startPractice } from './start.server.ts';

let services: TestServices;
type Who = Awaited<ReturnType<typeof beginAttempt>>;
const { prisma } = database;
const goodPath = walkthrough('Good path, the signs noticed');

beforeEach(async () => {
  services = await createServices(database);
});

/** Design section 1, written down again: which rules are grave. */
const grave = ['SEQ-1', 'SEQ-2', 'SEQ-3', 'SEQ-4', 'SEQ-5', 'SEQ-11', 'SEQ-14'];
type Step = ReturnType<typeof play>['steps'][number];
const isGraveStep = ({ effect }: Pick<Step, 'effect'>) =>
  (effect?.breaks ?? []).some((rule) => grave.includes(rule));
const graveStepsOf = (steps: Step[]) =>
  steps.flatMap((step, index) => (isGraveStep(step) ? [index] : []));

const goodAnswer: Answer = (snapshot, scenario) => {
  const answers = answersAt(scenario, snapshot);
  const isGood = (values: string[]) => effectOf(scenario, snapshot, values)?.quality === 'good';
  return answers.find(isGood) ?? answers[0] ?? [];
};

/** Chooses well, except where a scene by its path has another answer. */
const wellBut =
  (others: Record<string, string>): Answer =>
  (snapshot, scenario) => {
    const other = others[snapshot.path];
    return other ? [other] : goodAnswer(snapshot, scenario);
  };

const badLunch = wellBut({ 'formTime.bell': 'at.lunch' });
const twoGraves = wellBut({ 'formTime.bell': 'at.lunch', 'afterwards.reply': 'name.her' });
const harmful = wellBut({
  'formTime.firstWords': 'see.it',
  'formTime.quiet': 'carry.on',
  'afterwards.herDoor': 'let.be',
});

async function playThrough(answer: Answer, person?: Parameters<typeof beginAttempt>[1]) {
  const who = await beginAttempt(services, person);
  const { steps, snapshot } = play(who.version.scenario, answer);
  await takeSteps(services, who, valuesOf(steps));
  const scene = sceneAt(who.version.scenario, snapshot);
  return { who, steps, rating: scene.kind === 'ending' ? scene.rating : null };
}

const valuesOf = (steps: { values: string[] }[]) => steps.map(({ values }) => values);

/** Tries again from a step: the first answer as given, the rest (if wanted) chosen well. */
async function practise(
  { who, steps }: { who: Who; steps: Step[] },
  from: number,
  { first, toTheEnd = false }: { first?: Answer; toTheEnd?: boolean } = {},
) {
  const id = await startPractice(services, who.session, who.id, from);
  if (id === null) throw new Error('The practice did not start');
  const { scenario } = who.version;
  const at = resume(scenario, steps.slice(0, from));
  const answer = (first ?? goodAnswer)(at, scenario);
  const rest = toTheEnd ? restAfter(scenario, at, answer) : [];
  await takeSteps(services, { token: who.token, id }, [answer, ...rest], from);
  return { id, isGood: effectOf(scenario, at, answer)?.quality === 'good' };
}

function restAfter(scenario: Scenario, at: Snapshot, answer: string[]): string[][] {
  let isFirst = true;
  const { steps } = play(
    scenario,
    (snapshot) => {
      if (!isFirst) return goodAnswer(snapshot, scenario);
      isFirst = false;
      return answer;
    },
    at,
  );
  return valuesOf(steps).slice(1);
}

const completionsOf = ({ id }: { id: string }) =>
  prisma.completionSubject.count({ where: { attemptId: id } });

test('a recommended ending without a grave error completes at once', async () => {
  const { who, rating } = await playThrough(goodAnswer);
  expect(rating).toBe('recommended');
  expect(await completionsOf(who)).toBe(1);
});

test('nothing is completed before the last step', async () => {
  const who = await beginAttempt(services);
  await takeSteps(services, who, goodPath.slice(0, -1));
  expect(await completionsOf(who)).toBe(0);
});

test('a workable ending with a grave error completes once it is cleared by practice', async () => {
  const played = await playThrough(badLunch);
  expect(played.rating).toBe('workable');
  expect(await completionsOf(played.who)).toBe(0);
  await practise(played, graveStepsOf(played.steps)[0] ?? -1);
  expect(await completionsOf(played.who)).toBe(1);
});

test('of two grave errors both must be cleared, in whichever order', async () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ]) {
    const played = await playThrough(twoGraves);
    const steps = graveStepsOf(played.steps);
    expect(steps).toHaveLength(2);
    await practise(played, steps[order[0] ?? 0] ?? -1);
    expect(await completionsOf(played.who)).toBe(0);
    await practise(played, steps[order[1] ?? 0] ?? -1);
    expect(await completionsOf(played.who)).toBe(1);
  }
});

test('clearing the last two grave errors at the same moment completes once', async () => {
  for (let round = 0; round < 10; round += 1) {
    const played = await playThrough(twoGraves);
    const steps = graveStepsOf(played.steps);
    await Promise.all([...steps, ...steps].map((step) => practise(played, step)));
    expect(await completionsOf(played.who)).toBe(1);
  }
});

test('a harmful ending never completes, whatever is practised afterwards', async () => {
  const played = await playThrough(harmful);
  expect(played.rating).toBe('harmful');
  for (const [from] of played.steps.entries()) await practise(played, from, { toTheEnd: true });
  expect(await prisma.completion.count()).toBe(0);
});

test('a practice that ends recommended completes nothing by itself', async () => {
  const played = await playThrough(badLunch);
  const { id } = await practise(played, 0, { toTheEnd: true });
  const row = await prisma.attempt.findFirstOrThrow({ where: { id } });
  expect(row.rating).toBe('recommended');
  expect(await prisma.completion.count()).toBe(0);
});

test('another choice than the good one clears nothing', async () => {
  const played = await playThrough(badLunch);
  const [step = -1] = graveStepsOf(played.steps);
  for (const choice of ['at.lunch', 'ring.mum', 'go.alone'])
    await practise(played, step, { first: () => [choice] });
  expect(await prisma.attemptClearing.count()).toBe(0);
  expect(await completionsOf(played.who)).toBe(0);
});

test('choosing well where nothing grave was done clears nothing', async () => {
  const played = await playThrough(badLunch);
  const clean = played.steps.flatMap((step, index) => (isGraveStep(step) ? [] : [index]));
  for (const step of clean) await practise(played, step);
  expect(await prisma.attemptClearing.count()).toBe(0);
});

test('coming past the decision later in a practice is not trying it again', async () => {
  const played = await playThrough(badLunch);
  const [step = -1] = graveStepsOf(played.steps);
  await practise(played, step - 1, { toTheEnd: true });
  expect(await prisma.attemptClearing.count()).toBe(0);
});

test('every decision where something grave can be done offers a good choice to clear it', async () => {
  const { scenario } = await newestVersion(services);
  const random = chance(4);
  const without = new Set<string>();
  for (let walk = 0; walk < 300; walk += 1)
    play(scenario, (snapshot) => {
      const answers = answersAt(scenario, snapshot);
      const effects = answers.map((values) => ({ effect: effectOf(scenario, snapshot, values) }));
      if (effects.some(isGraveStep) && !effects.some(({ effect }) => effect?.quality === 'good'))
        without.add(snapshot.path);
      return answers[Math.floor(random() * answers.length)] ?? [];
    });
  expect([...without]).toEqual([]);
});

test('the page tells what is still to be cleared, and when it is completed', async () => {
  const played = await playThrough(badLunch);
  const [step = -1] = graveStepsOf(played.steps);
  const debriefOf = async (id: string) => {
    const opened = await openAttemptPage(services, played.who.token, id, standardReader);
    return opened.found === 'attempt' ? opened.page.debrief : null;
  };
  expect(await debriefOf(played.who.id)).toMatchObject({ isCompleted: false, toClear: [step] });
  const { id } = await practise(played, step, { toTheEnd: true });
  expect(await debriefOf(played.who.id)).toMatchObject({ isCompleted: true, toClear: [] });
  expect(await debriefOf(id)).toMatchObject({ isCompleted: true, practiceCleared: true });
});

test('a second attempt of the same person is a second completion', async () => {
  const person = await createPerson(database);
  await playThrough(goodAnswer, person);
  await playThrough(goodAnswer, person);
  expect(await prisma.completionSubject.count({ where: { personId: person.id } })).toBe(2);
});

test('a completion keeps the approval that stood, and no other', async () => {
  const organisation = await createOrganisation(database);
  const version = await newestVersion(services);
  const day = (days: number) => new Date(Date.now() + days * 86_400_000);
  const base = {
    organisationId: organisation.id,
    scenarioOrganisationId: version.organisationId,
    scenarioVersionId: version.id,
    effectiveFrom: day(-20),
  };
  const completeNow = async () => {
    await playThrough(goodAnswer, await createPerson(database, {}, organisation.id));
    const last = await prisma.completion.findFirst({ orderBy: { seq: 'desc' } });
    return last?.approvalId ?? null;
  };
  const approve = (overrides: object) =>
    prisma.approval.create({ data: { ...base, approverName: 'Nasreen Malik', ...overrides } });

  expect(await completeNow()).toBeNull();
  await approve({ effectiveTo: day(-2) });
  await approve({ effectiveFrom: day(3) });
  expect(await completeNow()).toBeNull();
  const stood = await approve({});
  expect(await completeNow()).toBe(stood.id);
  await approve({ effectiveTo: day(-1), supersedes: stood.id });
  expect(await completeNow()).toBeNull();
  const stored = await prisma.completion.findMany({ orderBy: { seq: 'asc' } });
  expect(stored.map(({ approvalId }) => approvalId)).toEqual([null, null, stood.id, null]);
});

test("another organisation's approval is not ours", async () => {
  const version = await newestVersion(services);
  await prisma.approval.create({
    data: {
      organisationId: (await createOrganisation(database)).id,
      scenarioOrganisationId: version.organisationId,
      scenarioVersionId: version.id,
      approverName: 'Somebody Else',
      effectiveFrom: new Date('2025-01-01'),
    },
  });
  await playThrough(goodAnswer);
  expect(await prisma.completion.findFirstOrThrow()).toMatchObject({ approvalId: null });
});

test('an approval stands from midnight where the school is, not in Greenwich', async () => {
  const person = await createPerson(database);
  const { organisationId } = person;
  const version = await newestVersion(services);
  const approval = await prisma.approval.create({
    data: {
      organisationId,
      scenarioOrganisationId: version.organisationId,
      scenarioVersionId: version.id,
      approverName: 'Nasreen Malik',
      effectiveFrom: new Date('2026-07-01'),
    },
  });
  const completeAt = async (at: string) => {
    const { id } = await beginAttempt(services, person);
    await database.pool.query('SELECT record_completion($1, $2, $3, $4, $5, $6, $6)', [
      organisationId,
      person.id,
      id,
      version.organisationId,
      version.id,
      at,
    ]);
    const subject = await prisma.completionSubject.findFirstOrThrow({
      where: { attemptId: id },
      select: { completion: true },
    });
    return subject.completion.approvalId;
  };
  // British Summer Time is an hour ahead.
  expect(await completeAt('2026-06-30T22:59:59Z')).toBeNull();
  expect(await completeAt('2026-06-30T23:00:00Z')).toBe(approval.id);
});

test('random walks and practices complete exactly when the design says, and replay to what is stored', async () => {
  const organisation = await createOrganisation(database);
  const person = await createPerson(database, {}, organisation.id);
  const seen = { recommended: 0, workable: 0, harmful: 0, cleared: 0, uncleared: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.constantFrom(0.1, 0.5, 0.8, 0.9, 0.97),
      fc.array(
        fc.record({
          at: fc.nat(),
          atGrave: fc.boolean(),
          well: fc.boolean(),
          toTheEnd: fc.boolean(),
        }),
        { maxLength: 5 },
      ),
      async (seed, care, practices) => {
        const random = chance(seed);
        const wander: Answer = (snapshot, scenario) => {
          const answers = answersAt(scenario, snapshot);
          return random() < care
            ? goodAnswer(snapshot, scenario)
            : (answers[Math.floor(random() * answers.length)] ?? []);
        };
        const played = await playThrough(wander, person);
        const { who, steps, rating } = played;
        const graves = graveStepsOf(steps);
        const cleared = new Set<number>();
        const isEarned = () => rating !== 'harmful' && graves.every((step) => cleared.has(step));
        expect(await completionsOf(who)).toBe(isEarned() ? 1 : 0);

        for (const { at, atGrave, well, toTheEnd } of practices) {
          const from =
            atGrave && graves.length > 0 ? graves[at % graves.length] : at % steps.length;
          if (from === undefined) throw new Error('Nowhere to practise');
          const first = well ? goodAnswer : wander;
          const { isGood } = await practise(played, from, { first, toTheEnd });
          if (isGood && graves.includes(from)) cleared.add(from);
          expect(await completionsOf(who)).toBe(isEarned() ? 1 : 0);
        }

        const row = await prisma.attempt.findFirstOrThrow({
          where: { id: who.id },
          include: { events: { orderBy: { step: 'asc' } }, clearings: true },
        });
        expect(row.events.map(({ values }) => values)).toEqual(valuesOf(steps));
        expect(snapshotSchema.parse(row.snapshot)).toEqual(
          resume(who.version.scenario, row.events),
        );
        expect(row).toMatchObject({ rating, steps: steps.length, graveSteps: graves });
        expect(new Set(row.clearings.map(({ step }) => step))).toEqual(cleared);
        seen[rating ?? 'harmful'] += 1;
        if (rating === 'workable') seen[isEarned() ? 'cleared' : 'uncleared'] += 1;
      },
    ),
    { numRuns: 80, seed: 20261122, endOnFailure: true },
  );
  // The walks have met every case, or they would prove little.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(3);
}, 240_000);
