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
import { Notice } from '#app/components/notice/notice.tsx';
import { Aside, Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { redirectWith, safeNext } from '#app/modules/access/request-session.server.ts';
import { halfProofOf, signInByCode } from '#app/modules/access/sign-in.server.ts';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  if (!(await halfProofOf(services, request))) return redirect('/sign-in?over', 303);
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const next = safeNext(new URL(request.url).searchParams.get('next'));
  return { title: wordsIn(locale, 'access')('code.title'), next };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { services, address, onFault } = context;
  const form = await request.formData();
  const came = await signInByCode(services, { request, form, address, onFault });
  if ('problem' in came)
    return came.problem === 'over'
      ? redirect('/sign-in?over', 303)
      : data({ problem: came.problem }, 400);
  return redirectWith(safeNext(form.get('next')) ?? '/home', came.cookies);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const problems = {
  empty: 'problems.emptyCode',
  refused: 'problems.refusedCode',
  'too-many': 'problems.too-many',
  nowhere: 'problems.nowhere',
} as const;

export default function SecondStepPage() {
  const { t } = useTranslation('access');
  const { next } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <>
      <h1>{t('code.title')}</h1>
      <Lead>{t('code.lead')}</Lead>
      {failed && (
        <Notice tone="care" role="alert" title={t('problems.title')} id="problem">
          <p>{t(problems[failed.problem])}</p>
        </Notice>
      )}
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
          {next && <input type="hidden" name="next" value={next} />}
          <Row>
            <Button>{t('code.go')}</Button>
          </Row>
        </Stack>
      </form>
      <Aside>{t('code.lost')}</Aside>
    </>
  );
}
