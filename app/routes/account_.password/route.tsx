import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '#app/components/button/button.tsx';
import { Field } from '#app/components/field/field.tsx';
import { Row, Stack } from '#app/components/layout/layout.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import {
  changePassword,
  hasFreshProof,
  needsCurrentPassword,
} from '#app/modules/access/account.server.ts';

import {
  redirectWith,
  requireSignedIn,
  safeNext,
} from '#app/modules/access/request-session.server.ts';

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
    next: safeNext(new URL(request.url).searchParams.get('next')),
  };
}

export async function action({ request, context: { services } }: ActionFunctionArgs) {
  const session = await requireSignedIn(request, services);
  if (!(await hasFreshProof(services, request, session))) return data({ problem: null }, 403);
  const form = await request.formData();
  const changed = await changePassword(services, request, session, form);
  if ('problem' in changed) return data({ problem: changed.problem }, 400);
  return redirectWith(safeNext(form.get('next')) ?? '/account?saved', changed.cookies);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PasswordPage() {
  const { t } = useTranslation('access');
  const { isFirst, name, login, isProved, needsCurrent, next } = useLoaderData<typeof loader>();
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
                <Field
                  id="current"
                  type="password"
                  label={t('password.current')}
                  problem={problem === 'current' ? t('second.wrongPassword') : undefined}
                  maxLength={128}
                  autoComplete="current-password"
                  isRequired
                />
              )}
              <NewPasswordFields
                login={login}
                problem={problem === 'current' ? undefined : problem}
              />
              {next && <input type="hidden" name="next" value={next} />}
              <Row>
                <Button>{t('password.go')}</Button>
              </Row>
            </Stack>
          </form>
        </>
      ) : (
        <>
          <Lead>{t('password.again')}</Lead>
          <Row>
            <ButtonLink href="/sign-in?next=%2Faccount%2Fpassword">
              {t('password.signIn')}
            </ButtonLink>
          </Row>
        </>
      )}
    </>
  );
}
