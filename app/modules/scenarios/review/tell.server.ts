import { directionOf } from '#app/i18n/i18n.ts';
import type { Scenario } from '#app/simulation/scenario.ts';
import type { ScriptPart } from '#app/simulation/script-view.ts';
import { citeRule } from '#scenarios/rules/rules.ts';
import type { Session } from '../../access/session.server.ts';
import { standingContacts } from '../../people/contacts.server.ts';
import type { Services } from '../../services.ts';
import { graphOf } from '../graph/model.ts';
import type { ShelvedVersion } from '../shelf.server.ts';
import { type Place, wordingFor } from '../wording.server.ts';
import { type Edition, type EditionText, textIn } from './edition.ts';
import { playsOf } from './plays.ts';
import { presentWays } from './present-ways.ts';
import { scenesOf, scriptOf } from './script.ts';
import { study } from './studied.ts';
import { tellerIn } from './teller.ts';

type Telling = { text: EditionText; edition: Edition; locale: string };

type Story = Awaited<ReturnType<typeof tell>>;

/** So many are kept, the latest: a reviewer turns from one way of reading to the other and back. */
const most = 12;
const told = new Map<string, Promise<Story>>();

/**
 * The script in one language and reading level, with the play-throughs and the rules that it names, as
 * it is told where somebody is.
 */
export async function tellStory(
  services: Services,
  session: Session,
  { scenario }: ShelvedVersion,
  { text, edition, locale }: Telling,
): Promise<Story> {
  const contacts = await standingContacts(services, session);
  const where = { contacts, nation: session.organisation.nation };
  const key = JSON.stringify([text.id, locale, where]);
  const story = told.get(key) ?? tell(services, scenario, { text, edition, locale, where });
  told.delete(key);
  told.set(key, story);
  for (const oldest of [...told.keys()].slice(0, -most)) told.delete(oldest);
  story.catch(() => told.delete(key));
  return story;
}

async function tell(
  { shelf }: Services,
  scenario: Scenario,
  { text, edition, locale, where }: Telling & { where: Place },
) {
  const { definition } = scenario;
  const standard = textIn(edition, text.locale)?.words ?? text.words;
  const { order, ways, findings } = await study(scenario, standard, text.locale);
  const wording = wordingFor(text.words, definition, where, locale);
  const teller = tellerIn(locale, wording);
  const graph = graphOf(definition, text.words, locale);
  const { parts, places } = scriptOf(definition, { graph, order }, wording, locale);
  const { title, summary, contentNote, objectives } = text.words;
  return {
    title,
    language: text.locale,
    level: text.level,
    direction: directionOf(text.locale),
    summary: teller.blocks(summary),
    contentNote: teller.blocks(contentNote),
    objectives: teller.blocks(objectives),
    parts,
    scenes: order.length,
    ways: ways && presentWays(ways, graph, places, locale),
    findings,
    plays: playsOf(scenario, shelf.walkthroughs(definition.id), places, teller),
    rules: rulesIn(parts).map((rule) => citeRule(rule, text.level)),
  };
}

/** Every rule that a script names, once, in the order in which it names them. */
function rulesIn(parts: readonly ScriptPart[]): string[] {
  const named = scenesOf(parts).flatMap(({ choices, constraints }) => [
    ...choices.flatMap(({ effect, ways }) =>
      [effect, ...ways.map((way) => way.effect)].flatMap((one) =>
        one ? [...one.follows, ...one.breaks, ...one.repairs] : [],
      ),
    ),
    ...constraints.map(({ rule }) => rule),
  ]);
  return [...new Set(named.map(({ id }) => id))];
}
