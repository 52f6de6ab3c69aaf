import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '#app/components/button/button.tsx';
import { Field, Fields, SelectField } from '#app/components/field/field.tsx';
import { OnScreen, Row, Stack } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { may } from '#app/modules/access/roles.ts';
import { inviteAll } from '#app/modules/people/invite-all.server.ts';
import {
  countUninvited,
  listPeople,
  pageSize,
  readPeopleAsk,
} from '#app/modules/people/list.server.ts';
import { isPress, newPress } from '#app/modules/people/press.server.ts';
import type { PageHandle } from '#app/page-handle.ts';
import { publicOrigin } from '#app/platform/http/public-origin.ts';
import { Lines } from './lines.tsx';
import { Uninvited } from './uninvited.tsx';

const standings = ['here', 'coming', 'left'] as const;

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'people.view');
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const ask = readPeopleAsk(new URL(request.url).searchParams);
  const { searchParams } = new URL(request.url);
  const list = await listPeople(services, session, ask);
  const mayInvite = may(session, 'people.change');
  const uninvited = mayInvite ? await countUninvited(services, session) : null;
  const invited = Number(searchParams.get('invited') ?? Number.NaN);
  return {
    title: wordsIn(locale, 'people')('title'),
    organisation: session.organisation.name,
    isErased: searchParams.has('erased'),
    invited: Number.isInteger(invited) && invited >= 0 ? invited : null,
    uninvited,
    hasMail: services.config.mail !== null,
    press: newPress(),
    mayAdd: may(session, 'people.change'),
    mayImport: may(session, 'people.import'),
    ask,
    ...list,
    pages: Math.ceil(list.found / pageSize),
  };
}

/** Invites everybody who was not invited yet. */
export async function action({ request, context: { services } }: ActionFunctionArgs) {
  const session = await requirePermission(request, services, 'people.change');
  const press = (await request.formData()).get('press');
  if (!isPress(press)) throw new Response(null, { status: 400 });
  const origin = publicOrigin(services.config, request);
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const invited = await inviteAll(services, session, { origin, locale }, press);
  return redirect(`/people?invited=${invited}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle: PageHandle = { width: 'wide' };

export default function PeoplePage() {
  const { t } = useTranslation('people');
  const { isErased, invited, organisation, mayAdd, mayImport, ask, counts, pages } =
    useLoaderData<typeof loader>();
  const page = (number: number) => `/people?${new URLSearchParams({ ...ask, page: `${number}` })}`;
  return (
    <>
      <h1>{t('title')}</h1>
      <Lead>{t('lead', { organisation })}</Lead>
      {isErased && (
        <Notice tone="good" role="status">
          <p>{t('erased')}</p>
        </Notice>
      )}
      {invited !== null && (
        <Notice tone="good" role="status">
          <p>{t('invitedAll', { count: invited })}</p>
        </Notice>
      )}
      <Stack>
        <OnScreen>
          <Row>
            {mayAdd && <ButtonLink href="/people/new">{t('add')}</ButtonLink>}
            {mayImport && (
              <ButtonLink href="/people/import" look="quiet">
                {t('import')}
              </ButtonLink>
            )}
          </Row>
        </OnScreen>
        <Uninvited />
        <OnScreen>
          <form method="get" aria-label={t('search.label')}>
            <Fields>
              <Field id="name" label={t('search.name')} defaultValue={ask.name} maxLength={120} />
              <SelectField
                id="standing"
                label={t('search.standing')}
                defaultValue={ask.standing}
                options={standings.map((value) => ({
                  value,
                  label: `${t(`standings.${value}`)} (${counts[value]})`,
                }))}
              />
              <Row>
                <Button look="quiet">{t('search.go')}</Button>
              </Row>
            </Fields>
          </form>
        </OnScreen>
        <Lines />
      </Stack>
      <OnScreen>
        <Row>
          {ask.page > 1 && <a href={page(ask.page - 1)}>{t('previous')}</a>}
          {ask.page < pages && <a href={page(ask.page + 1)}>{t('next')}</a>}
        </Row>
      </OnScreen>
    </>
  );
}
