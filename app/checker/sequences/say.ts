import type { Rating } from '#scenarios/kit/vocabulary.ts';
import { citeRule } from '#scenarios/rules/rules.ts';
import type { Clause, Moment } from '#scenarios/rules/sequences.schema.ts';
import type { Step } from '../compile.ts';
import { type Edge, leafOf } from '../explore.ts';
import type { Prover } from '../prover.ts';
import type { Binding } from './breach.ts';

/** The sentences of findings about sequences: what is wrong, where it leads, what to do. */
export function sayDeclared(prover: Prover, binding: Binding, trail: Edge[]): string {
  return `This choice breaks ${named(binding.rule)}. ${consequence(prover, binding, trail)}`;
}

export function sayBroken(
  prover: Prover,
  binding: Binding,
  clause: Clause,
  trail: Edge[],
  edge: Edge,
): string {
  return `${fault(clause, edge)} That breaks ${named(binding.rule)}, and no choice says so in "breaks". ${consequence(prover, binding, trail)}`;
}

export function sayUndeclared(binding: Binding, { step }: Edge): string {
  return `This choice does ${list(step.effect?.does ?? [])}, which here breaks ${named(binding.rule)}. Name ${binding.rule} in its "breaks", so that the learner is told.`;
}

export function sayImpossible(
  possible: Extract<Clause, { possible: unknown }>['possible'],
): string {
  if ('otherThan' in possible)
    return `Every choice that is open here does ${list(possible.otherThan)}. Offer another one.`;
  const soon = possible.within === undefined ? 'any more' : `within ${choices(possible.within)}`;
  return `From here ${list(possible.does)} cannot be done ${soon}. Offer it.`;
}

function choices(count: number): string {
  return count === 1 ? 'this choice' : `${count} choices`;
}

function fault(clause: Clause, { step }: Edge): string {
  if ('never' in clause) return `Here comes ${saidHere(clause.never, step)}, which must not be.`;
  if ('before' in clause)
    return `Here comes ${saidHere(clause.before, step)} without ${said(clause.first)} before it.`;
  if ('next' in clause)
    return `After ${said(clause.after)} the next action must be ${said(clause.next)}; here ${step.effect?.does.length ? `comes ${step.effect.does[0]}` : 'the story ends without it'}.`;
  if ('eventually' in clause)
    return `${clause.after ? `After ${said(clause.after)}` : 'On every path'} there must be ${said(clause.eventually)}${clause.by ? ` before ${said(clause.by)}` : ''} before the end; this path comes here without it.`;
  return '';
}

function consequence({ exploration }: Prover, { binds, grave }: Binding, trail: Edge[]): string {
  const ending = leafOf(exploration, trail.at(-1)?.to ?? 0);
  const rating = (ending.scene?.kind === 'ending' ? ending.scene.rating : 'harmful') as Rating;
  const end = `The path ends "${rating}" in "${ending.path}"`;
  if (binds === 'every')
    return `${end}, and this rule binds every path. Let it be put right before.`;
  return rating === 'recommended' && grave
    ? `${end}, which no grave error may do. Lead it to another ending.`
    : `${end}, and nothing repairs it. Name the rule in "repairs" of the choice that puts it right, or lead the path to another ending.`;
}

function named(rule: string): string {
  return `${rule}, “${citeRule(rule).name}”`;
}

/** Of the words that a moment names, those that this very choice does. */
function saidHere(moments: readonly Moment[], { effect }: Step): string {
  const named = moments.flatMap(({ does }) => does ?? []);
  const done = named.filter((word) => effect?.does.includes(word));
  return done.length > 0 ? list(done) : said(moments);
}

function said(moments: readonly Moment[]): string {
  const words = moments.flatMap((moment) => [
    ...(moment.does ?? []),
    ...(moment.tag ?? []),
    ...(moment.repairs ? ['a repair'] : []),
    ...(moment.withoutTag ?? []).map((tag) => `an ending without ${tag}`),
    ...(moment.shows ? ['blaming words'] : []),
  ]);
  return list(words);
}

function list(words: readonly string[]): string {
  if (words.length === 0) return 'nothing';
  return [...new Set(words)].join(', ').replace(/, ([^,]*)$/, ' or $1');
}
