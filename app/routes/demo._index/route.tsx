import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { safeNext, sessionOf } from '#app/modules/access/request-session.server.ts';
import { demoPeople } from '#app/modules/demo/people.ts';

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
export const handle = { isWide: true };

export default function DemoPage() {
  const { t } = useTranslation('demo');
  const { people, now, next, isUnknown } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      {isUnknown && (
        <p className="notice notice-care" role="alert">
          {t('unknown')}
        </p>
      )}
      {now && <p className="notice">{t('now', { name: now })}</p>}
      <div className="grid">
        {people.map(({ part, name }) => (
          <section key={part} className="card">
            <h2>{name}</h2>
            <p>
              <strong>{t(`people.${part}.part`)}</strong>
            </p>
            <p>{t(`people.${part}.text`)}</p>
            <form method="post" action="/demo/sign-in">
              <input type="hidden" name="person" value={part} />
              {next && <input type="hidden" name="next" value={next} />}
              <button type="submit" className="button">
                {t('stepIn', { name })}
              </button>
            </form>
          </section>
        ))}
      </div>
    </>
  );
}
