import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Stack } from '#app/components/layout/layout.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { changeTerm, listTerms } from '#app/modules/organisation/terms.server.ts';
import { typedTermSchema } from '#app/modules/organisation/terms.ts';
import { Lines } from './lines.tsx';
import { Said } from './said.tsx';
import { TermForm } from './term-form.tsx';
import { WithdrawForm } from './withdraw-form.tsx';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'settings.change');
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const query = new URL(request.url).searchParams;
  const { terms, today } = await listTerms(services, session);
  const wanted = query.get('change');
  return {
    title: wordsIn(locale, 'organisation')('terms.title'),
    organisation: session.organisation.name,
    terms,
    today,
    /** The term that is to be changed. */
    term: terms.find(({ id }) => id === wanted) ?? null,
    done: (['saved', 'withdrawn'] as const).find((done) => query.has(done)) ?? null,
  };
}

export async function action({ request, context: { services } }: ActionFunctionArgs) {
  const session = await requirePermission(request, services, 'settings.change');
  const form = await request.formData();
  const answer = await changeTerm(services, session, form);
  if (answer.outcome === 'saved' || answer.outcome === 'withdrawn')
    return redirect(`/organisation/terms?${answer.outcome}`, 303);
  const typed = form.has('name') ? typedTermSchema.parse(Object.fromEntries(form)) : null;
  return data({ answer, typed }, answer.outcome === 'overtaken' ? 409 : 400);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TermsPage() {
  const { t } = useTranslation('organisation');
  const { organisation, terms, term, today, done } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <>
      <h1>{t('terms.title')}</h1>
      <Lead>{t('terms.lead', { organisation })}</Lead>
      <Said failed={failed} done={done} />
      <Stack>
        <Lines terms={terms} today={today} />
        <TermForm term={term} failed={failed} />
        {term && <WithdrawForm term={term} />}
        <p>
          <a href="/organisation">{t('back')}</a>
        </p>
      </Stack>
    </>
  );
}
