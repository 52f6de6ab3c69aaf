import type { Clause, Condition, Moment } from '#scenarios/rules/sequences.schema.ts';

/** One clause of a sequencing rule in plain words, as the checker reads it. */
export function sayClause(clause: Clause): string {
  const after = 'after' in clause && clause.after ? `after ${moments(clause.after)}: ` : '';
  const until =
    'until' in clause && clause.until
      ? `, until ${after ? 'there is ' : ''}${moments(clause.until)}`
      : '';
  const unless =
    'unless' in clause && clause.unless
      ? `, unless ${clause.unless.map(sayCondition).join(' or ')}`
      : '';
  return `${scope(clause)}${after}${demand(clause)}${until}${unless}`;
}

function demand(clause: Clause): string {
  if ('never' in clause) return `never ${moments(clause.never)}`;
  if ('before' in clause) return `no ${moments(clause.before)} before ${moments(clause.first)}`;
  if ('next' in clause) return `next ${moments(clause.next)}${between(clause.meanwhile)}`;
  if ('eventually' in clause)
    return `${moments(clause.eventually)} before ${clause.by ? `${moments(clause.by)} and before ` : ''}the end`;
  const { possible } = clause;
  if ('otherThan' in possible) return `always a choice that does not ${words(possible.otherThan)}`;
  const soon = possible.within === 1 ? ' at once' : ` within ${possible.within} choices`;
  const without = possible.without ? ` without ${words(possible.without)}` : '';
  return `${words(possible.does)} can be done${without}${possible.within ? soon : ' at some time'}`;
}

function between(meanwhile: string[] | undefined): string {
  return meanwhile ? `; only ${words(meanwhile)} may come between` : '';
}

function scope({ tracks, roles, themes, nations, playerIsHarmed }: Clause): string {
  const limits = [tracks, roles, themes, nations].flatMap((list) =>
    list ? [list.join(', ')] : [],
  );
  if (playerIsHarmed) limits.push('playerIsHarmed');
  return limits.length > 0 ? `_${limits.join('; ')}_: ` : '';
}

function moments(list: readonly Moment[]): string {
  return list.map(sayMoment).join(' or ');
}

function sayMoment({ does, repairs, tag, withoutTag, ends, shows, ...condition }: Moment): string {
  const said = [
    ...(does ? [words(does)] : []),
    ...(repairs ? ['its repair'] : []),
    ...(tag ? [`tag ${words(tag)}`] : []),
    ...(ends ? ['an ending'] : []),
    ...(withoutTag ? [`without the tag ${words(withoutTag)}`] : []),
    ...(shows ? [`${ends ? 'with ' : ''}words shown as blaming`] : []),
  ].join(' ');
  const when = sayCondition(condition);
  return `${said || 'nothing more'}${when ? ` (if ${when})` : ''}`;
}

function sayCondition({ seen, notSeen, done, here }: Condition): string {
  return [
    ...(seen ? [`${words(seen)} was met`] : []),
    ...(notSeen ? [`no ${words(notSeen)} was met`] : []),
    ...(done ? [`${words(done)} was done`] : []),
    ...(here ? [`the scene has the tag ${words(here)}`] : []),
  ].join(' and ');
}

function words(list: readonly string[]): string {
  return list.map((word) => `\`${word}\``).join(' or ');
}
