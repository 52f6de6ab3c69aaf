import { z } from 'zod';
import type { Reader } from '#app/i18n/i18n.ts';
import { choose, resume } from '#app/simulation/choose.ts';
import { hasEnded } from '#app/simulation/snapshot.ts';
import { sessionOf } from '../access/request-session.server.ts';
import { whereaboutsOf } from '../help/confirmations.server.ts';
import { standingContacts } from '../people/contacts.server.ts';
import type { VersionPlace } from '../scenarios/shelf.server.ts';
import type { Services } from '../services.ts';
import { presentAttempt } from './page.server.ts';
import type { PostedStep } from './posted-step.ts';
import type { AttemptPage } from './presenter.ts';
import { earlierStep, type StepResult } from './step.server.ts';

/**
 * The one attempt of a visitor without an account: the list of what was chosen, in a signed cookie.
 * Nothing about it is stored on the server. It ends with the browser, with Exit, or after a day.
 */
const hereSchema = z.object({
  place: z.object({ organisationId: z.uuid(), id: z.uuid() }),
  steps: z.array(z.array(z.string())),
  startedAt: z.number(),
});
type Here = z.infer<typeof hereSchema>;

const dayLong = 24 * 3_600_000;

/** Starts an attempt in this browser; returns the cookie to set. */
export async function startHere(
  { cookies, clock }: Services,
  place: VersionPlace,
): Promise<string> {
  const { organisationId, id } = place;
  const here: Here = { place: { organisationId, id }, steps: [], startedAt: clock().getTime() };
  return cookies.here.serialize(here);
}

/**
 * The page of the attempt in this browser; `null` when there is none, or none any more. Whoever is
 * signed in meets the names, words and routes of their organisation, as its leaders' guide says.
 */
export async function openHerePage(
  services: Services,
  request: Request,
  reader: Reader,
): Promise<AttemptPage | null> {
  const here = await readHere(services, request);
  if (!here) return null;
  const { taken, snapshot } = await replay(services, here);
  return presentAttempt(
    services,
    'here',
    {
      versionOrganisationId: here.place.organisationId,
      versionId: here.place.id,
      practiceOf: null,
      practiceFrom: 0,
      steps: here.steps.length,
      snapshot,
      graveSteps: [],
      texts: await services.shelf.textIds(here.place),
      ...(await surroundings(services, request)),
      events: taken,
      clearedSteps: [],
      root: { id: 'here', rating: null, graveSteps: [] },
      completionId: null,
    },
    reader,
  );
}

async function surroundings(services: Services, request: Request) {
  const session = await sessionOf(request, services);
  if (!session) return { contacts: {}, nation: null, routes: {} };
  const { nation, verdicts } = await whereaboutsOf(services, session);
  return { contacts: await standingContacts(services, session), nation, routes: verdicts };
}

/** Whether this browser holds an attempt of a scenario that somebody has begun and not ended. */
export async function isBegunHere(
  services: Services,
  request: Request,
  scenarioId: string,
): Promise<boolean> {
  const here = await readHere(services, request);
  if (!here || here.steps.length === 0) return false;
  const { scenario, snapshot } = await replay(services, here);
  return scenario.definition.id === scenarioId && !hasEnded(scenario, snapshot);
}

export type HereResult = { result: StepResult; cookie: string | null };

/** Takes one step of the attempt in this browser, by the same rules as any other attempt. */
export async function takeStepHere(
  services: Services,
  request: Request,
  posted: PostedStep | null,
): Promise<HereResult> {
  const here = await readHere(services, request);
  if (!here) return { result: { outcome: 'nothing' }, cookie: null };
  if (!posted) return { result: { outcome: 'refused', reason: 'unreadable' }, cookie: null };
  const steps = here.steps.length;
  if (posted.step < steps)
    return {
      result: earlierStep({ steps, last: here.steps.at(-1) ?? null }, posted),
      cookie: null,
    };
  if (posted.step > steps)
    return { result: { outcome: 'refused', reason: 'future-step' }, cookie: null };
  const { scenario, snapshot } = await replay(services, here);
  const chosen = choose(scenario, snapshot, posted.values);
  if (!chosen.ok) return { result: { outcome: 'refused', reason: chosen.reason }, cookie: null };
  const longer = { ...here, steps: [...here.steps, posted.values] };
  return { result: { outcome: 'taken' }, cookie: await services.cookies.here.serialize(longer) };
}

/** Goes back to an earlier step, to try another way; `null` when there is no such step. */
export async function goBackHere(
  services: Services,
  request: Request,
  from: number,
): Promise<string | null> {
  const here = await readHere(services, request);
  if (!here || from >= here.steps.length) return null;
  return services.cookies.here.serialize({ ...here, steps: here.steps.slice(0, from) });
}

/** The cookie that forgets the attempt in this browser. */
export function forgetHere({ cookies }: Services): Promise<string> {
  return cookies.here.serialize('', { maxAge: 0 });
}

async function readHere({ cookies, clock }: Services, request: Request): Promise<Here | null> {
  const parsed = hereSchema.safeParse(await cookies.here.parse(request.headers.get('Cookie')));
  if (!parsed.success) return null;
  return clock().getTime() - parsed.data.startedAt < dayLong ? parsed.data : null;
}

async function replay({ shelf }: Services, here: Here) {
  const { scenario } = await shelf.version(here.place);
  const taken = here.steps.map((values) => ({ values }));
  return { scenario, taken, snapshot: resume(scenario, taken) };
}
