import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/button/button.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { safeNext } from '#app/modules/access/request-session.server.ts';

/** Where somebody goes who must sign in: in a demonstration, to the demo people. */
export function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const next = safeNext(new URL(request.url).searchParams.get('next'));
  if (services.config.demo)
    return redirect(next ? `/demo?next=${encodeURIComponent(next)}` : '/demo', 303);
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  return data({ title: wordsIn(locale, 'common')('signIn.title') }, 401);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SignInPage() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('signIn.title')}</h1>
      <Lead>{t('signIn.text')}</Lead>
      <p>{t('signIn.ask')}</p>
      <p>{t('signIn.public')}</p>
      <p>
        <ButtonLink href="/scenarios" look="quiet">
          {t('signIn.library')}
        </ButtonLink>
      </p>
    </>
  );
}
