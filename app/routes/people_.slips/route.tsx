import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import { OnScreen, Row, Stack } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { letInByHand } from '#app/modules/people/invite-all.server.ts';
import { countUninvited } from '#app/modules/people/list.server.ts';
import { isPress, newPress } from '#app/modules/people/press.server.ts';
import { openSlips, showOnceMore } from '#app/modules/people/slips.server.ts';
import { publicOrigin } from '#app/platform/http/public-origin.ts';
import { withCameras } from './cameras.server.ts';
import { ForEverybody } from './slips.tsx';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'people.change');
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const { searchParams } = new URL(request.url);
  const press = searchParams.get('press');
  const origin = publicOrigin(services.config, request);
  const pressed = isPress(press) && { press, personId: personOf(searchParams), origin };
  const slips = pressed ? await openSlips(services, session, pressed) : null;
  const { withEmail, withoutEmail } = await countUninvited(services, session);
  const hasMail = services.config.mail !== null;
  return {
    title: wordsIn(locale, 'people')('slips.title'),
    organisation: session.organisation.name,
    timeZone: session.organisation.timeZone,
    origin,
    slips: slips && (await withCameras(slips)),
    isOver: press !== null && slips === null,
    links: hasMail ? 0 : withEmail,
    codes: withoutEmail,
    press: newPress(),
  };
}

/** Makes what is to be handed over; the page after it shows that once. */
export async function action({ request, context: { services } }: ActionFunctionArgs) {
  const session = await requirePermission(request, services, 'people.change');
  const press = (await request.formData()).get('press');
  if (!isPress(press)) throw new Response(null, { status: 400 });
  const origin = publicOrigin(services.config, request);
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  await letInByHand(services, session, { origin, locale }, press);
  await showOnceMore(services, session, press);
  return redirect(`/people/slips?press=${press}`, 303);
}

const personOf = (query: URLSearchParams) => {
  const id = query.get('person');
  return id && /^[\da-f-]{36}$/.test(id) ? id : null;
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SlipsPage() {
  const { t } = useTranslation('people');
  const { slips, isOver } = useLoaderData<typeof loader>();
  const [only, another] = slips ?? [];
  return (
    <>
      <OnScreen>
        <p>
          {only && !another ? (
            <a href={`/people/${only.id}`}>
              <bdi>{only.name}</bdi>
            </a>
          ) : (
            <a href="/people">{t('back')}</a>
          )}
        </p>
        <h1>{t('slips.title')}</h1>
        {slips && <Lead>{t('slips.lead', { count: slips.length })}</Lead>}
      </OnScreen>
      <Stack>
        {isOver && (
          <Notice tone="care" role="status" title={t('slips.over')}>
            <p>{t('slips.overText')}</p>
          </Notice>
        )}
        {slips && <ForEverybody />}
        <ToMake />
      </Stack>
    </>
  );
}

/** Who has no way in yet. */
function ToMake() {
  const { t } = useTranslation('people');
  const { links, codes, press, slips, isOver } = useLoaderData<typeof loader>();
  const count = links + codes;
  if (count === 0) return slips || isOver ? null : <p>{t('slips.nobody')}</p>;
  return (
    <OnScreen>
      <Card title={t('slips.make', { count })}>
        {links > 0 && <p>{t('slips.links', { count: links })}</p>}
        {codes > 0 && <p>{t('slips.codes', { count: codes })}</p>}
        <p>{t('slips.makeText')}</p>
        <form method="post">
          <input type="hidden" name="press" value={press} />
          <Row>
            <Button look={slips ? 'quiet' : 'main'}>{t('slips.go')}</Button>
          </Row>
        </form>
      </Card>
    </OnScreen>
  );
}
