import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import { Grid } from '#app/components/layout/layout.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type { Overview } from '#app/modules/organisation/overview.server.ts';
import { lastDayOf } from '#app/modules/people/contact-gaps.ts';

/** Of these it is enough to know which they are; whoever leaves is told of by name. */
const countedGaps = ['unset', 'left', 'stale'] as const;

/** The parts of an organisation that somebody may go to, a card each. */
export function Parts({ view }: { view: Overview }) {
  return (
    <Grid>
      {view.gaps && <ContactsCard gaps={view.gaps} />}
      {view.routes && <RoutesCard counts={view.routes} />}
      {view.approvals && <ApprovalsCard counts={view.approvals} />}
      {view.terms && <TermsCard terms={view.terms} />}
      {view.mayChangeSettings && <PlainCard part="settings" href="/organisation/settings" />}
      {view.maySeePeople && <PlainCard part="people" href="/people" />}
      {view.maySeeAudit && <PlainCard part="audit" href="/audit" />}
      {view.maySeePeople && <PlainCard part="privacy" href="/organisation/privacy" />}
    </Grid>
  );
}

type PlainPart = 'settings' | 'people' | 'audit' | 'privacy';
type Part = 'contacts' | 'routes' | 'approvals' | 'terms' | PlainPart;

function PartCard({ part, href, lines }: { part: Part; href: string; lines: string[] }) {
  const { t } = useTranslation('organisation');
  const go = (
    <ButtonLink href={href} look="quiet">
      {t(`cards.${part}.go`)}
    </ButtonLink>
  );
  return (
    <Card title={t(`cards.${part}.title`)} foot={go}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Card>
  );
}

function PlainCard({ part, href }: { part: PlainPart; href: string }) {
  const { t } = useTranslation('organisation');
  return <PartCard part={part} href={href} lines={[t(`cards.${part}.text`)]} />;
}

function ContactsCard({ gaps }: { gaps: NonNullable<Overview['gaps']> }) {
  const { t, i18n } = useTranslation('organisation');
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const { dateOf } = useDates();
  const leaving = gaps.flatMap(({ slot, gap, leaver }) =>
    gap === 'leaving' && leaver
      ? [
          t('gapNames.leaving', {
            slot: t(`slots.${slot}.name`),
            name: leaver.name,
            date: dateOf(lastDayOf(leaver)),
          }),
        ]
      : [],
  );
  const counted = countedGaps.flatMap((wanted) => {
    const names = gaps
      .filter(({ gap }) => gap === wanted)
      .map(({ slot }) => t(`slots.${slot}.name`));
    const { length: count } = names;
    return count > 0 ? [t(`gapNames.${wanted}`, { count, names: list.format(names) })] : [];
  });
  return (
    <PartCard
      part="contacts"
      href="/organisation/contacts"
      lines={[t('cards.contacts.text'), ...leaving, ...counted]}
    />
  );
}

function RoutesCard({ counts }: { counts: NonNullable<Overview['routes']> }) {
  const { t } = useTranslation('organisation');
  const { unconfirmed, of, old, wrong } = counts;
  const lines = [
    unconfirmed > 0 && t('routeCounts.unconfirmed', { count: unconfirmed, of }),
    old > 0 && t('routeCounts.old', { count: old }),
    wrong > 0 && t('routeCounts.wrong', { count: wrong }),
  ].filter((line) => line !== false);
  const all = lines.length === 0 ? [t('routeCounts.all', { of })] : lines;
  return (
    <PartCard part="routes" href="/organisation/routes" lines={[t('cards.routes.text'), ...all]} />
  );
}

function ApprovalsCard({
  counts: { approved, of },
}: {
  counts: NonNullable<Overview['approvals']>;
}) {
  const { t } = useTranslation('organisation');
  const lines = [t('cards.approvals.text'), t('approvals.count', { approved, count: of })];
  return <PartCard part="approvals" href="/organisation/approvals" lines={lines} />;
}

function TermsCard({ terms: { term, isNow } }: { terms: NonNullable<Overview['terms']> }) {
  const { t } = useTranslation('organisation');
  const { dateOf } = useDates();
  const line = !term
    ? t('cards.terms.none')
    : isNow
      ? t('cards.terms.now', { term: term.name, date: dateOf(term.lastDay) })
      : t('cards.terms.next', { term: term.name, date: dateOf(term.firstDay) });
  return <PartCard part="terms" href="/organisation/terms" lines={[line]} />;
}
