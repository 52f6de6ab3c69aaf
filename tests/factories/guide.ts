import type { Json, JsonObject } from './scenario.ts';

/** A whole guide of few words, for the scenario of a definition. */
export function smallGuide({ track, machine }: JsonObject): JsonObject {
  const say = (text: string): Json => [{ text }];
  const asked: Json = ['What does she see?', 'What does he hear?', 'Who helps?'].map((text) => ({
    text,
  }));
  return {
    led: 'adult',
    aim: say('To practise a first answer.'),
    timing: [{ minutes: 20, does: say('Play it, and talk.') }],
    groundRules: say('Nobody has to speak.'),
    before: say('This is a story. Anyone may leave.'),
    questions: Object.fromEntries(
      decisionsIn((machine as JsonObject).states as JsonObject).map((path) => [path, asked]),
    ),
    after: say('Thank you.'),
    stopWhen: say('Stop when somebody is upset.'),
    sitOut: say('Anyone may sit out, and gives no reason.'),
    disclosures: say('Whoever hears something goes to {{dsl.name}}.'),
    ...(track === 'young-people' ? { cards: { adult: say('Stay in the room.') } } : {}),
  };
}

function decisionsIn(states: JsonObject, above = ''): string[] {
  return Object.entries(states).flatMap(([name, state]) => {
    const { meta, states: inside } = state as { meta?: { kind: string }; states?: JsonObject };
    if (inside) return decisionsIn(inside, `${above}${name}.`);
    return ['decision', 'spot', 'order', 'rephrase'].includes(meta?.kind ?? '')
      ? [`${above}${name}`]
      : [];
  });
}

/** The words with a symbol beside every block, as Easy Read has them. */
export function withSymbols(words: Json): Json {
  if (Array.isArray(words)) return words.map(withSymbols);
  if (typeof words !== 'object' || words === null) return words;
  const inside = Object.fromEntries(
    Object.entries(words).map(([key, value]) => [
      key,
      value === undefined ? value : withSymbols(value),
    ]),
  );
  return typeof words.text === 'string' ? { ...inside, symbol: 'memo' } : inside;
}
