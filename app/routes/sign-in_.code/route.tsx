import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Field } from '#app/components/field/field.tsx';
import { Row, Stack } from '#app/components/layout/layout.tsx';
import { Aside, Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { nextOf, redirectWith } from '#app/modules/access/request-session.server.ts';
import { halfProofOf, signInByCode } from '#app/modules/access/sign-in.server.ts';
import { Problem } from '../sign-in/problem.tsx';

const over = '/sign-in?again&over';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const half = await halfProofOf(services, request);
  if (!half) return redirect(over, 303);
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  return {
    title: wordsIn(locale, 'access')('code.title'),
    isReadable: await services.identity.isReadable(half.userId),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { services, address, onFault } = context;
  const form = await request.formData();
  const came = await signInByCode(services, { request, form, address, onFault });
  if ('problem' in came)
    return came.problem === 'over' ? redirect(over, 303) : data({ problem: came.problem }, 400);
  return redirectWith(nextOf(request) ?? '/home', came.cookies);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const problems = {
  empty: 'problems.emptyCode',
  refused: 'problems.refusedCode',
  'too-many': 'problems.too-many',
  nowhere: 'problems.nowhere',
  unreadable: 'problems.unreadable',
} as const;

export default function SecondStepPage() {
  const { t } = useTranslation('access');
  const { isReadable } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  if (!isReadable)
    return (
      <>
        <h1>{t('code.title')}</h1>
        <Problem>{t('problems.unreadable')}</Problem>
      </>
    );
  return (
    <>
      <h1>{t('code.title')}</h1>
      <Lead>{t('code.lead')}</Lead>
      {failed && <Problem>{t(problems[failed.problem])}</Problem>}
      <form method="post">
        <Stack>
          <Field
            id="code"
            label={t('code.label')}
            hint={t('code.hint')}
            maxLength={20}
            autoComplete="one-time-code"
            isRequired
          />
          <Row>
            <Button>{t('code.go')}</Button>
          </Row>
        </Stack>
      </form>
      <Aside>{t('code.lost')}</Aside>
    </>
  );
}
