import { chooseLocale, type Locale, wordsIn } from '#app/i18n/i18n.ts';
import { type Day, dateOf } from '#app/platform/clock/dates.ts';
import type { Content } from './content.ts';
import { htmlOf } from './html.tsx';
import { type MessageKind, type MessageValues, messageKinds } from './kinds.ts';
import { textOf } from './text.ts';

/** A message in the reader's language, once as text and once as HTML, both saying the same. */
export function writeMessage<K extends MessageKind>(
  kind: K,
  values: MessageValues<K>,
  locale: string,
): { subject: string; text: string; html: string } {
  const language = chooseLocale(locale);
  const content = contentOf(kind, messageKinds[kind].parse(values), language);
  return {
    subject: content.subject,
    text: textOf(content),
    html: htmlOf(content, language),
  };
}

type Given = {
  organisation?: string;
  name?: string;
  link?: string;
  validUntil?: Day;
  minutes?: number;
  needsSecondStep?: boolean;
};

function contentOf(kind: MessageKind, given: Given, locale: Locale): Content {
  const t = wordsIn(locale, 'mail');
  const { organisation, name, link, validUntil, minutes, needsSecondStep } = given;
  const values = {
    organisation,
    validUntil: validUntil && longDate(validUntil, locale),
    lifetime: minutes && t('minutes', { count: minutes }),
  };
  return {
    subject: t(`kinds.${kind}.subject`, values),
    greeting: name ? t('greeting.named', { name }) : t('greeting.plain'),
    lines: [
      ...t(`kinds.${kind}.lines`, { ...values, returnObjects: true }),
      ...(needsSecondStep ? [t('secondStep')] : []),
    ],
    action:
      link && hasAction(kind)
        ? { href: link, label: t(`actions.${kind}`), ifItFails: t('ifItFails') }
        : null,
    unexpected: t(`kinds.${kind}.unexpected`, values),
    sender: t(`kinds.${kind}.sender`, values),
  };
}

function hasAction(kind: MessageKind): kind is 'invitation' | 'sign-in-link' {
  return kind === 'invitation' || kind === 'sign-in-link';
}

function longDate(day: Day, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    dateOf(day),
  );
}
