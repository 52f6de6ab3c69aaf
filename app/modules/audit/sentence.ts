import type { wordsIn } from '#app/i18n/i18n.ts';
import words from '#app/i18n/locales/en-GB/audit.json' with { type: 'json' };
import type { AuditLine } from './list.server.ts';

type Words = ReturnType<typeof wordsIn<'audit'>>;

/** What happened, in a sentence. A name that was erased has words in its place. */
export function sentenceOf(
  { kind, actor, isByServer, about, details }: AuditLine,
  t: Words,
): string {
  const erased = t('erased');
  const said = Object.entries(details).map(([key, value]) => [key, saidOf(value, t)]);
  return t(`says.${kind}`, {
    ...Object.fromEntries(said),
    actor: actor ?? (isByServer ? t('server') : erased),
    about: about ?? erased,
  });
}

/** What of ours has a name in words: a role, a contact, what was changed of a person. */
function saidOf(value: string | number, t: Words): string | number {
  if (typeof value === 'number') return value;
  const named = value.split(', ').map((one) => (isNamed(one) ? t(`values.${one}`) : one));
  return named.join(', ');
}

function isNamed(text: string): text is keyof typeof words.values {
  return Object.hasOwn(words.values, text);
}
