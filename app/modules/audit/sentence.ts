import type { wordsIn } from '#app/i18n/i18n.ts';
import type { AuditLine } from './list.server.ts';

/** What happened, in a sentence. A name that was erased has words in its place. */
export function sentenceOf(
  { kind, actor, about, details }: AuditLine,
  t: ReturnType<typeof wordsIn<'audit'>>,
): string {
  const erased = t('erased');
  return t(`says.${kind}`, { ...details, actor: actor ?? erased, about: about ?? erased });
}
