import type { Move } from '#app/checker/moves.ts';
import type { ScriptPlace } from '#app/simulation/script-view.ts';
import type { Graph } from '../graph/model.ts';
import { termsIn } from '../graph/terms.ts';
import type { Ways } from './ways.ts';

type Places = ReadonlyMap<string, ScriptPlace>;

/** The ways through a story in words: how many there are, and the shortest one to each ending. */
export function presentWays(
  { count, fewest, most, endings }: Ways,
  graph: Graph,
  places: Places,
  locale: string,
) {
  const terms = termsIn(locale);
  return {
    count: count === null ? null : new Intl.NumberFormat(locale).format(count),
    fewest,
    most,
    endings: endings
      .flatMap(({ path, rating, moves }) => {
        const place = places.get(path);
        const word = terms(`ratings.${rating}`);
        return place
          ? [{ place, rating: { tone: rating, word }, steps: stepsOf(moves, graph, places) }]
          : [];
      })
      .sort((a, b) => a.place.number - b.place.number),
  };
}

/** What is chosen on a way. Where it goes on by itself, nobody chooses. */
function stepsOf(moves: readonly Move[], { edges }: Graph, places: Places) {
  return moves.flatMap(({ state, event }, index) => {
    const place = places.get(state);
    const edge = edges.find((one) => one.from === state && one.event === event);
    return place && edge && event !== null ? [{ id: index, place, label: edge.label }] : [];
  });
}
