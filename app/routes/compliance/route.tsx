import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/button/button.tsx';
import { Halves, OnScreen, Row, Section, Stack } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { Aside, Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { useDates } from '#app/i18n/use-dates.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { showCompliance } from '#app/modules/compliance/compliance.server.ts';
import type { CompliancePage as View } from '#app/modules/compliance/presenter.ts';
import type { Slot } from '#app/modules/people/contact-slots.ts';
import { contactGaps } from '#app/modules/people/contacts.server.ts';
import type { PageHandle } from '#app/page-handle.ts';
import { Empty } from './empty.tsx';
import { Filters } from './filters.tsx';
import { Glance } from './glance.tsx';
import { Groups } from './groups.tsx';
import { Lines } from './lines.tsx';
import { Needs } from './needs.tsx';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'compliance.view');
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const { searchParams } = new URL(request.url);
  const page = await showCompliance(services, session, searchParams, locale);
  return {
    title: wordsIn(locale, 'compliance')('title'),
    organisation: session.organisation.name,
    page,
    gaps: (await contactGaps(services, session)).map(({ slot }) => slot),
    // What is shown, and not what was asked for: the file answers the same question as the page.
    csvHref: `/compliance.csv?${new URLSearchParams({ ...page.filter, asAt: page.asAt })}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle: PageHandle = { hydrates: true, width: 'wide' };

export default function CompliancePage() {
  const { t } = useTranslation('compliance');
  const { page, gaps, organisation, csvHref } = useLoaderData<typeof loader>();
  const { dateOf } = useDates();
  return (
    <>
      <h1>{t('title')}</h1>
      <Lead>{t('where', { organisation, date: dateOf(page.asAt) })}</Lead>
      <Problems problems={page.problems} />
      {page.asAt !== page.today && (
        <Notice title={t('past.title', { date: dateOf(page.asAt) })}>
          <p>{t('past.text')}</p>
          <p>
            <a href="/compliance">{t('past.today')}</a>
          </p>
        </Notice>
      )}
      {page.isEmptyFor === null ? (
        <Everybody page={page} csvHref={csvHref} />
      ) : (
        <Stack>
          <Empty reason={page.isEmptyFor} organisation={organisation} asAt={page.asAt} />
          <Filters page={page} />
          <Aside>{t('note')}</Aside>
        </Stack>
      )}
      {gaps.length > 0 && page.asAt === page.today && <Gaps gaps={gaps} />}
      {page.isDemo && <Aside>{t('demoNote')}</Aside>}
    </>
  );
}

function Everybody({ page, csvHref }: { page: View; csvHref: string }) {
  const { t } = useTranslation('compliance');
  const { groups: counts, asAt, today } = page;
  // Of a day that is past, nothing can be done any more.
  const needs = asAt === today && <Needs page={page} />;
  // One group says no more than everybody does.
  const groups = counts.length > 1 && <Groups page={page} />;
  return (
    <>
      <Glance page={page} />
      {needs && groups ? (
        <Halves align="top">
          {needs}
          {groups}
        </Halves>
      ) : (
        needs || groups
      )}
      <Section id="lines" title={t('lines.title')}>
        <Stack>
          <Filters page={page} />
          <Lines page={page} />
          <OnScreen>
            <Row>
              <ButtonLink href={csvHref} look="quiet" download>
                {t('download')}
              </ButtonLink>
            </Row>
          </OnScreen>
        </Stack>
        <Aside>{t('notShown')}</Aside>
        <Aside>{t('note')}</Aside>
      </Section>
    </>
  );
}

/** Contacts that nobody can rely on: the training names them. */
function Gaps({ gaps }: { gaps: Slot[] }) {
  const { t } = useTranslation(['compliance', 'organisation']);
  const names = gaps.map((slot) => t(`organisation:slots.${slot}.name`));
  return (
    <Notice title={t('gaps.title', { count: gaps.length })}>
      <p>{t('gaps.text', { names: names.join(', ') })}</p>
      <p>
        <a href="/organisation/contacts">{t('gaps.see')}</a>
      </p>
    </Notice>
  );
}

function Problems({ problems }: Pick<View, 'problems'>) {
  const { t } = useTranslation('compliance');
  if (problems.length === 0) return null;
  return (
    <Notice tone="care" role="alert" title={t('problems.title')}>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{t(`problems.${problem}`)}</li>
        ))}
      </ul>
    </Notice>
  );
}
