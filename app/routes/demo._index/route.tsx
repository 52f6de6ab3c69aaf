import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import { Grid, Row } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { Portrait } from '#app/components/portrait/portrait.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { safeNext, sessionOf } from '#app/modules/access/request-session.server.ts';
import { demoPeople } from '#app/modules/demo/people.ts';
import type { PageHandle } from '#app/page-handle.ts';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  if (!services.config.demo) throw new Response(null, { status: 404 });
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const session = await sessionOf(request, services);
  const { searchParams } = new URL(request.url);
  return {
    title: wordsIn(locale, 'demo')('title'),
    people: demoPeople,
    now: session?.person.name ?? null,
    next: safeNext(searchParams.get('next')),
    isUnknown: searchParams.has('unknown'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle: PageHandle = { width: 'wide' };

export default function DemoPage() {
  const { t } = useTranslation('demo');
  const { people, now, next, isUnknown } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('title')}</h1>
      <Lead>{t('lead')}</Lead>
      {isUnknown && (
        <Notice tone="care" role="alert">
          <p>{t('unknown')}</p>
        </Notice>
      )}
      {now && (
        <Notice>
          <p>{t('now', { name: now })}</p>
        </Notice>
      )}
      <Grid>
        {people.map(({ part, name, look }) => (
          <Card
            key={part}
            title={name}
            foot={
              <form method="post" action="/demo/sign-in">
                <input type="hidden" name="person" value={part} />
                {next && <input type="hidden" name="next" value={next} />}
                <Button>{t('stepIn', { name })}</Button>
              </form>
            }
          >
            <Row>
              <Portrait look={look} mood="warm" alt="" isLarge />
              <strong>{t(`people.${part}.part`)}</strong>
            </Row>
            <p>{t(`people.${part}.text`)}</p>
          </Card>
        ))}
      </Grid>
    </>
  );
}
