import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Row, Stack } from '#app/components/layout/layout.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import {
  changePassword,
  hasFreshProof,
  needsCurrentPassword,
} from '#app/modules/access/account.server.ts';
import {
  nextOf,
  redirectWith,
  requireSignedIn,
} from '#app/modules/access/request-session.server.ts';
import { withNext } from '#app/modules/access/with-next.ts';
import { OwnPassword } from '../account_.second-factor/own-password.tsx';
import { Again } from '../sign-in/again.tsx';
import { NewPasswordFields } from './new-password-fields.tsx';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const session = await requireSignedIn(request, services);
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const account = await services.identity.accountOf(session.userId);
  return {
    title: wordsIn(locale, 'access')('password.title'),
    isFirst: session.mustChangeCode,
    name: session.person.name,
    login: account.email ?? account.username ?? '',
    needsCurrent: needsCurrentPassword(session, account),
    isProved: await hasFreshProof(services, request, session),
    here: withNext('/account/password', nextOf(request)),
  };
}

export async function action({ request, context: { services } }: ActionFunctionArgs) {
  const session = await requireSignedIn(request, services);
  if (!(await hasFreshProof(services, request, session))) return data({ problem: null }, 403);
  const form = await request.formData();
  const changed = await changePassword(services, request, session, form);
  if ('problem' in changed) return data({ problem: changed.problem }, 400);
  return redirectWith(nextOf(request) ?? '/account?saved', changed.cookies);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PasswordPage() {
  const { t } = useTranslation('access');
  const { isFirst, name, login, isProved, needsCurrent, here } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem ?? undefined;
  return (
    <>
      <h1>{t('password.title')}</h1>
      {isProved ? (
        <>
          <Lead>{isFirst ? t('password.first', { name }) : t('password.lead')}</Lead>
          <form method="post">
            <Stack>
              {needsCurrent && (
                <OwnPassword
                  id="current"
                  problem={problem === 'current' ? t('second.wrongPassword') : undefined}
                />
              )}
              <NewPasswordFields
                login={login}
                problem={problem === 'current' ? undefined : problem}
              />
              <Row>
                <Button>{t('password.go')}</Button>
              </Row>
            </Stack>
          </form>
        </>
      ) : (
        <Again next={here} />
      )}
    </>
  );
}
