import { z } from 'zod';
import type { Definition } from './definition.ts';
import type { Finder, Finding } from './findings.ts';
import { findingsFor } from './findings.ts';
import { listStates } from './graph.ts';
import { readValue } from './read-value.ts';
import { textProblems } from './text-problems.ts';
import { adultLedThemes } from './vocabulary.ts';
import { type Block, blocksSchema } from './words.ts';

/**
 * The contract of `guide.<locale>.json`: what somebody needs who leads a group through the scenario. It
 * never reaches a participant's browser. Source: design section 6.
 */
export const guideSchema = z.strictObject({
  $schema: z.string().optional(),
  /** Who leads it: an adult, or an adult together with pupils who present. */
  led: z.enum(['adult', 'pupils-may-present']),
  aim: blocksSchema,
  timing: z.array(z.strictObject({ minutes: z.int().min(1).max(60), does: blocksSchema })).min(1),
  groundRules: blocksSchema,
  before: blocksSchema,
  /** Three for each key decision, by the decision's path; about the people of the story. */
  questions: z.record(z.string(), blocksSchema.length(3, 'Write three questions.')),
  after: blocksSchema,
  stopWhen: blocksSchema,
  sitOut: blocksSchema,
  disclosures: blocksSchema,
  /** Young people's only: a page to hold in the hand. */
  cards: z.strictObject({ adult: blocksSchema, digitalLeader: blocksSchema.optional() }).optional(),
});

export type Guide = z.infer<typeof guideSchema>;
export type GuideFile = { locale: string; guide: Guide };

export function guideFileName(locale: string): string {
  return `guide.${locale}.json`;
}

/**
 * Reads the guide of one language, which a scenario may do without; null is a file that could not be
 * read, which was told already. Never throws: what is wrong is a finding.
 */
export function readGuide(
  definition: Definition,
  locale: string,
  text: string | null | undefined,
): { guide: Guide | null; findings: Finding[] } {
  const finder = findingsFor(definition.id, guideFileName(locale));
  if (typeof text !== 'string') return { guide: null, findings: [] };
  const guide = readValue(text, guideSchema, finder);
  if (guide) {
    checkQuestions(definition, guide, finder);
    checkLeaders(definition, guide, finder);
    for (const [key, blocks] of flattenGuide(guide))
      for (const block of blocks)
        for (const { rule, message } of textProblems(block.text))
          finder.add({ rule, key, message });
  }
  return { guide, findings: finder.found };
}

/** Every text of a guide by its key: `aim`, `timing.0.does`, `questions.<path>`, `cards.adult`. */
export function flattenGuide({ timing, questions, cards, ...guide }: Guide): Map<string, Block[]> {
  const { $schema: _, led: __, ...sections } = guide;
  return new Map([
    ...Object.entries(sections),
    ...timing.map(({ does }, index) => [`timing.${index}.does`, does] as const),
    ...Object.entries(questions).map(([path, asked]) => [`questions.${path}`, asked] as const),
    ...Object.entries(cards ?? {}).map(([card, says]) => [`cards.${card}`, says] as const),
  ]);
}

const deciding: readonly string[] = ['decision', 'spot', 'order', 'rephrase'];

/** The paths of all scenes in which somebody decides. */
export function decidingScenes(definition: Definition): string[] {
  return listStates(definition)
    .filter(({ config }) => deciding.includes(config.meta?.kind ?? ''))
    .map(({ path }) => path);
}

function checkQuestions(definition: Definition, { questions }: Guide, { add }: Finder) {
  const scenes = decidingScenes(definition);
  for (const path of Object.keys(questions))
    if (!scenes.includes(path))
      add({
        ...{ rule: 'guide-questions', key: `questions.${path}` },
        message: `“${path}” is no scene in which somebody decides. Name a decision, such as “${scenes[0]}”.`,
      });
}

function checkLeaders({ track, theme }: Definition, { led, cards }: Guide, { add }: Finder) {
  const isAdultLed = track !== 'young-people' || adultLedThemes.includes(theme);
  if (led !== 'adult' && isAdultLed)
    add({
      ...{ rule: 'guide-led', key: 'led' },
      message: `Only an adult may lead this one: write "adult". Pupils may present young people's scenarios, and none on ${adultLedThemes.join(', ')}.`,
    });
  if (track === 'young-people' && !cards)
    add({
      ...{ rule: 'guide-cards', key: 'cards' },
      message: 'A guide for young people has a card for the adult in the room. Write "cards".',
    });
  if (track !== 'young-people' && cards)
    add({
      ...{ rule: 'guide-cards', key: 'cards' },
      message: 'Cards are for sessions with young people only. Take them out.',
    });
  if (cards && (cards.digitalLeader !== undefined) !== (led === 'pupils-may-present'))
    add({
      ...{ rule: 'guide-cards', key: 'cards.digitalLeader' },
      message:
        led === 'adult'
          ? 'No pupil leads this one, so there is no card for a digital leader. Take it out.'
          : 'Pupils may present this one. Write a card for the digital leader.',
    });
}
