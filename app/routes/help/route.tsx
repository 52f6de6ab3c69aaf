import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { BigCall, Ways } from '#app/components/contact/contact.tsx';
import { Stack } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { type PageReading, ReadingNote } from '#app/components/reading/reading.tsx';
import { Ideas } from '#app/components/text/blocks.tsx';
import { Aside, Leading } from '#app/components/text/text.tsx';
import { contactWords } from '#app/i18n/contact-words.ts';
import { wordsIn } from '#app/i18n/i18n.ts';
import { safeNext } from '#app/modules/access/request-session.server.ts';
import { listHelpRoutes } from '#app/modules/help/routes.server.ts';
import { nowhere } from '#app/modules/help/standing.ts';
import { readerOf } from '#app/modules/inclusion/reading.server.ts';
import type { PageHandle } from '#app/page-handle.ts';
import type { Reading } from '#app/simulation/view.ts';
import { localHelp } from './local.server.ts';
import { LocalPeople } from './local-people.tsx';
import { RouteGroups, useWays } from './route-groups.tsx';

/** Help must come even when the database does not: then only what is local is missing. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const { services, onFault } = context;
  const reader = await readerOf(args);
  const { locale, level } = reader;
  const local = await localHelp(request, services, locale).catch((error) => {
    onFault(error);
    return null;
  });
  const { where, ...here } = local ?? { where: nowhere, organisation: null };
  const named = (slot: 'dsl' | 'socialCare') => contactWords(locale, where.nation, slot, 'name');
  return {
    /** A phone that is shared must not tell on a child: a visitor’s page has no title of its own. */
    title: local
      ? wordsIn(locale, 'help', level)('title')
      : wordsIn(locale, 'play')('neutralTitle'),
    /** Every word of this page has its easy form. */
    reading: { level, wanted: level, hasBoth: true },
    back: safeNext(new URL(request.url).searchParams.get('from')),
    routes: listHelpRoutes(where, reader),
    local: here.organisation === null ? null : here,
    /** What the lead and the council's team are called where somebody is. */
    called: { lead: named('dsl'), team: named('socialCare') },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle: PageHandle = {
  readingOf: (data) => (data ? readingOf(data as Data) : undefined),
};

type Data = { reading: Reading; back: string | null };

function readingOf({ reading, back }: Data): PageReading {
  return { reading, here: back ? `/help?from=${encodeURIComponent(back)}` : '/help' };
}

/** What somebody in need reads on a phone: the one number first, then the person nearest to them. */
export default function HelpPage() {
  const { t } = useTranslation('help');
  const { reading, routes, local, back, called } = useLoaderData<typeof loader>();
  const waysOf = useWays();
  const emergency = routes.find(({ id }) => id === 'police-emergency');
  const childline = routes.find(({ id }) => id === 'childline');
  return (
    <>
      {back && (
        <p>
          <a href={back}>{t('back')}</a>
        </p>
      )}
      <h1>{t('title')}</h1>
      <ReadingNote {...readingOf({ reading, back })} />
      <Notice tone="care" title={t('danger.title')}>
        <Ideas text={t('danger.text')} />
        <BigCall phone={emergency?.phone ?? '999'} />
      </Notice>
      <Leading>
        <Ideas text={t('lead')} />
      </Leading>
      <Stack>
        {local && local.people.length > 0 && <LocalPeople local={local} called={called} />}
        <Card title={t('young.title')}>
          <Ideas text={t('young.text')} />
          {childline && <Ways ways={waysOf(childline)} />}
        </Card>
        <Card title={t('parents.title')}>
          <Ideas text={t('parents.text')} />
        </Card>
        {!local?.people.length && (
          <Card title={t('staff.title')}>
            <Ideas text={t('staff.text', called)} />
          </Card>
        )}
        <RouteGroups
          routes={routes.filter((route) => route !== emergency && route !== childline)}
        />
        {local?.mayConfirm && (
          <Aside>
            {t('national.unconfirmed')} <a href="/organisation/routes">{t('national.go')}</a>
          </Aside>
        )}
        <Card id="exit" title={t('exit.title')}>
          <Ideas text={t('exit.text')} />
          <Ideas text={t('exit.history')} />
        </Card>
      </Stack>
    </>
  );
}
