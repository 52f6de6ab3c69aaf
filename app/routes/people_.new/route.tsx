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
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { addPerson } from '#app/modules/people/change-person.server.ts';
import { todayAt } from '#app/modules/people/changing.server.ts';
import { listGroups } from '#app/modules/people/groups.server.ts';
import { readPersonForm } from '#app/modules/people/person-form.ts';
import { PersonFields, type Typed, typedIn } from './person-fields.tsx';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'people.change');
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  return {
    title: wordsIn(locale, 'people')('form.new'),
    groups: await listGroups(services, session),
    today: todayAt(session, services.clock()),
  };
}

export async function action({ request, context: { services } }: ActionFunctionArgs) {
  const session = await requirePermission(request, services, 'people.change');
  const form = await request.formData();
  const from = String(form.get('from') ?? '').slice(0, 20);
  const values = readPersonForm(form);
  const added = 'problem' in values ? values : await addPerson(services, session, values, from);
  if ('problem' in added) return data({ problem: added.problem, typed: typedIn(form), from }, 400);
  return redirect(`/people/${added.id}?said=added`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const nothing: Typed = { name: '', email: '', staffNumber: '', groups: '' };

export default function NewPersonPage() {
  const { t } = useTranslation('people');
  const { groups, today } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const problem = failed?.problem;
  return (
    <>
      <p>
        <a href="/people">{t('back')}</a>
      </p>
      <h1>{t('form.new')}</h1>
      <form method="post">
        <Stack>
          <PersonFields
            typed={failed?.typed ?? nothing}
            problem={problem}
            groups={groups}
            emailHint={t('form.emailHint')}
          />
          <Field
            id="from"
            type="date"
            label={t('form.from')}
            hint={t('form.fromHint')}
            defaultValue={failed?.from ?? today}
            problem={problem === 'from' ? t('problems.from') : undefined}
            isRequired
          />
          <Row>
            <Button>{t('form.add')}</Button>
          </Row>
        </Stack>
      </form>
    </>
  );
}
