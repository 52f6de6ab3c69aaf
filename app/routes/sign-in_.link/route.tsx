import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '#app/components/button/button.tsx';
import { Row } from '#app/components/layout/layout.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { redirectWith } from '#app/modules/access/request-session.server.ts';
import { signInByLink } from '#app/modules/access/sign-in.server.ts';
import { Problem } from '../sign-in/problem.tsx';

/** Opening the link uses nothing up: programs that look at mail open it before its reader does. */
export function loader({ request }: LoaderFunctionArgs) {
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const token = new URL(request.url).searchParams.get('token')?.slice(0, 100) ?? '';
  return { title: wordsIn(locale, 'access')('link.title'), token };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { services, address, onFault } = context;
  const form = await request.formData();
  const came = await signInByLink(services, { request, form, address, onFault });
  if ('problem' in came) return data({ problem: came.problem }, 400);
  return redirectWith(came.outcome === 'in' ? '/home' : '/sign-in/code', came.cookies);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function LinkPage() {
  const { t } = useTranslation('access');
  const { token } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  if (failed)
    return (
      <>
        <h1>{t('link.title')}</h1>
        <Problem>
          {failed.problem === 'over' ? t('link.over') : t(`problems.${failed.problem}`)}
        </Problem>
        <Row>
          <ButtonLink href="/sign-in">{t('link.again')}</ButtonLink>
        </Row>
      </>
    );
  return (
    <>
      <h1>{t('link.title')}</h1>
      <Lead>{t('link.lead')}</Lead>
      <form method="post" action="/sign-in/link">
        <input type="hidden" name="token" value={token} />
        <Button>{t('link.go')}</Button>
      </form>
    </>
  );
}
