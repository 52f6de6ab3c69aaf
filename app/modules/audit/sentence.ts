import { datesIn } from '#app/i18n/dates-in.ts';
import { wordsIn } from '#app/i18n/i18n.ts';
import words from '#app/i18n/locales/en-GB/audit.json' with { type: 'json' };
import { isDay } from '#app/platform/clock/dates.ts';
import { findRoute } from '#scenarios/directory/routes.ts';
import type { AuditLine, Named } from './list.server.ts';

/** What happened, in a sentence. A name that was erased has words in its place. */
export function sentenceOf(
  { kind, actor, isByServer, about, details }: AuditLine,
  locale: string,
): string {
  const t = wordsIn(locale, 'audit');
  const nameOf = (named: Named | null) => {
    if (named && 'name' in named) return named.name;
    return named?.erasedIn ? t('erasedIn', { number: named.erasedIn }) : t('erased');
  };
  const said = Object.entries(details).map(([key, value]) => [
    key,
    key === 'route' ? nameOfRoute(value) : saidOf(value, locale),
  ]);
  return t(`says.${kind}`, {
    ...Object.fromEntries(said),
    actor: isByServer ? t('server') : nameOf(actor),
    about: nameOf(about),
  });
}

/** A route that a release has taken away keeps its id. */
function nameOfRoute(id: string | number): string {
  return findRoute(String(id))?.name ?? String(id);
}

/** What of ours has a name in words: a role, a contact, what was changed of a person; a day is a date. */
function saidOf(value: string | number, locale: string): string | number {
  if (typeof value === 'number') return value;
  const t = wordsIn(locale, 'audit');
  const { dateOf } = datesIn(locale);
  const named = (one: string) =>
    isNamed(one) ? t(`values.${one}`) : isDay(one) ? dateOf(one) : one;
  return value.split(', ').map(named).join(', ');
}

function isNamed(text: string): text is keyof typeof words.values {
  return Object.hasOwn(words.values, text);
}
