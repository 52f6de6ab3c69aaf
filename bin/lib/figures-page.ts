import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import { ratings } from '#scenarios/kit/vocabulary.ts';
import { type Figures, figuresOf } from './library-figures.ts';
import { table } from './table.ts';

/** `docs/library.md`: what can be counted of every scenario, at each reading level. */
export function figuresPage(sources: readonly ScenarioSource[]): string {
  const rows = sources.flatMap(figuresOf).map(sayRow);
  return [
    '# The library in figures',
    '',
    'Written by `npm run scenarios:coverage`; do not edit it by hand. Reading age by Flesch and Kincaid, over all words. Minutes',
    'on the shortest and the longest path to the best ending, and on the longest to any, at 180 words a minute and ten seconds a',
    'choice. Random play: how somebody ends who chooses by chance, as shares of recommended, workable and harmful; young people never see these.',
    '',
    table(
      [
        'Scenario',
        'Level',
        'Reading age',
        'Longest sentence',
        'Words',
        'States',
        'Decisions',
        'Endings',
        'Minutes to a good ending',
        'At most',
        'Random play',
      ],
      rows,
    ),
    '',
  ].join('\n');
}

function sayRow(figures: Figures): string[] {
  const { minutes, random } = figures;
  return [
    figures.id,
    figures.level,
    `${figures.readingAge ?? '–'}`,
    `${figures.longestSentence}`,
    `${figures.words}`,
    `${figures.states}`,
    `${figures.decisions}`,
    `${figures.endings}`,
    minutes ? `${Math.round(minutes.good.shortest)} to ${Math.round(minutes.good.longest)}` : '–',
    minutes ? `${Math.round(minutes.longest)}` : '–',
    ratings.map((rating) => `${Math.round((random.get(rating) ?? 0) * 100)} %`).join(', '),
  ];
}
