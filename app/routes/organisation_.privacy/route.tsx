import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Row, Stack } from '#app/components/layout/layout.tsx';
import { Aside, Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { may } from '#app/modules/access/roles.ts';
import { readSettings } from '#app/modules/organisation/settings.server.ts';
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
    mayAnswer: may(session, 'privacy.answer'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OrganisationPrivacyPage() {
  const { t } = useTranslation(['privacyNotice', 'organisation']);
  const { organisation, mayAnswer } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('organisation.title')}</h1>
      <Lead>{t('organisation.lead', { organisation })}</Lead>
      {!mayAnswer && <Aside>{t('organisation.administrators')}</Aside>}
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
