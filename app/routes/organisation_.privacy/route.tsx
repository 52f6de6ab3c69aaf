import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Row, Stack } from '#app/components/layout/layout.tsx';
import { Aside, Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { may } from '#app/modules/access/roles.ts';
import { readSettings } from '#app/modules/organisation/settings.server.ts';
import { namesOfAdministrators } from '#app/modules/people/administrators.server.ts';
import { LinesCard } from '../privacy/parts.tsx';
import { HowLong } from './how-long.tsx';
import { Wording } from './wording.tsx';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'people.view');
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const { name, recordsYears, logsDays } = await readSettings(services, session);
  return {
    title: wordsIn(locale, 'privacyNotice')('organisation.title'),
    organisation: name,
    recordsYears,
    logsDays,
    mayChange: may(session, 'settings.change'),
    administrators: may(session, 'privacy.answer')
      ? null
      : await namesOfAdministrators(services, session),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OrganisationPrivacyPage() {
  const { t } = useTranslation(['privacyNotice', 'organisation']);
  const { organisation, administrators } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('organisation.title')}</h1>
      <Lead>{t('organisation.lead', { organisation })}</Lead>
      {administrators && <Administrators names={administrators} />}
      <Row>
        <a href="/privacy/staff">{t('organisation.seen')}</a>
        <a href="/people">{t('organisation.people')}</a>
      </Row>
      <Stack>
        <LinesCard {...t('organisation.decide', { returnObjects: true })} />
        <LinesCard {...t('organisation.copy', { returnObjects: true })} isSteps />
        <LinesCard {...t('organisation.erase', { returnObjects: true })} isSteps />
        <LinesCard {...t('organisation.correct', { returnObjects: true })} />
        <LinesCard {...t('organisation.public', { returnObjects: true })} />
        <HowLong />
        <LinesCard {...t('organisation.nightly', { returnObjects: true })} />
        <LinesCard {...t('organisation.not', { returnObjects: true })} />
        <Wording />
        <p>
          <a href="/organisation">{t('organisation:back')}</a>
        </p>
      </Stack>
    </>
  );
}

/** Whom somebody asks who reads this and may not do it. */
function Administrators({ names }: { names: string[] }) {
  const { t, i18n } = useTranslation('privacyNotice');
  const list = new Intl.ListFormat(i18n.language, { type: 'disjunction' });
  return (
    <Aside>
      {names.length > 0
        ? t('organisation.ask', { names: list.format(names) })
        : t('organisation.administrators')}
    </Aside>
  );
}
