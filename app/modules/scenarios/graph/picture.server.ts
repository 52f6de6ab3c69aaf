import { checkScenario } from '#app/checker/check-scenario.ts';
import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import type { Words } from '#scenarios/kit/words.ts';
import type { Session } from '../../access/session.server.ts';
import type { Services } from '../../services.ts';
import { findNewest } from '../cards.server.ts';
import { mayOpenPicture } from '../policy.ts';
import type { ShelvedVersion } from '../shelf.server.ts';
import { drawingOf, inWords } from './drawing.ts';
import type { Move } from './highlight.ts';
import { layout } from './layout.ts';
import { graphOf } from './model.ts';
import { outlineOf } from './outline.ts';
import { termsIn } from './terms.ts';

type Drawn = Awaited<ReturnType<typeof draw>>;

/**
 * The picture of the newest version of a scenario, with what the checker found on its paths; `shown`
 * is the number of the finding whose path stands out. `null` when there is none, or it is not for them.
 */
export async function openPicture(
  services: Services,
  session: Session,
  id: string,
  { locale, shown }: { locale: string; shown: number | null },
) {
  if (!mayOpenPicture(session)) return null;
  const newest = await findNewest(services, id);
  if (!newest) return null;
  const { draw: drawWith, proofs, ...picture } = await keepDrawn(services, newest, locale);
  return {
    ...picture,
    drawing: drawWith(shown === null ? [] : (proofs[shown]?.moves ?? [])),
    findings: proofs.map(({ finding }) => ({
      rule: finding.rule,
      message: finding.message,
      path: finding.path,
    })),
  };
}

type Newest = NonNullable<Awaited<ReturnType<typeof findNewest>>>;
const drawn = new WeakMap<Words, Map<string, Promise<Drawn>>>();

/** Drawn once for each language: neither a version nor a revision of its words ever changes. */
async function keepDrawn({ shelf }: Services, { version, textIds }: Newest, locale: string) {
  const words = await shelf.words(version, textIds, locale);
  const known = drawn.get(words) ?? new Map<string, Promise<Drawn>>();
  drawn.set(words, known);
  const picture = known.get(locale) ?? draw(version, words, locale);
  known.set(locale, picture);
  picture.catch(() => known.delete(locale));
  return picture;
}

async function draw(
  { scenario: { definition }, number }: ShelvedVersion,
  words: Words,
  locale: string,
) {
  const say = termsIn(locale);
  const graph = graphOf(definition, words, locale);
  const laidOut = await layout(graph, say);
  return {
    id: definition.id,
    scenario: words.title,
    number,
    ...inWords(graph, say),
    draw: (moves: readonly Move[]) => drawingOf(laidOut, graph, say, moves),
    proofs: pathsFound({ definition, words: [{ locale, level: 'standard', words }], guides: [] }),
    outline: outlineOf(
      graph,
      laidOut.boxes.map(({ node }) => node.path),
      say,
    ),
  };
}

/** Errors and warnings that have a path to show. */
function pathsFound(source: ScenarioSource) {
  return checkScenario(source).proofs.filter(
    ({ finding, moves }) => finding.severity !== 'info' && moves.length > 0,
  );
}
