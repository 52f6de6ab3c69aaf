import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/facts/facts.tsx';
import { Stack } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { listGroups } from '#app/modules/people/groups.server.ts';
import { newPress } from '#app/modules/people/press.server.ts';
import { openRecord } from '#app/modules/people/record.server.ts';
import type { PageHandle } from '#app/page-handle.ts';
import { answer } from './answer.server.ts';
import { Details } from './details.tsx';
import { Employment } from './employment.tsx';
import { Privacy } from './privacy.tsx';
import { Roles } from './roles.tsx';
import { SignIn } from './sign-in.tsx';

const said = [
  'added',
  'changed',
  'left',
  'staying',
  'returned',
  'role',
  'invited',
  'withdrawn',
  'secondFactor',
] as const;

export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'people.view');
  const record = await openRecord(services, session, params.id ?? '');
  const told = new URL(request.url).searchParams.get('said');
  return {
    ...record,
    hasMail: services.config.mail !== null,
    groups: await listGroups(services, session),
    said: said.find((one) => one === told) ?? null,
    press: newPress(),
  };
}

export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  const session = await requirePermission(request, services, 'people.view');
  const form = await request.formData();
  const id = params.id ?? '';
  const answered = await answer(services, session, request, id, form);
  if ('said' in answered) return redirect(`/people/${id}?said=${answered.said}`, 303);
  if ('made' in answered) return redirect(`/people/slips?press=${answered.made}&person=${id}`, 303);
  if ('erased' in answered) return redirect('/people?erased', 303);
  return data(answered, 400);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.person.name }];
export const handle: PageHandle = { width: 'wide' };

export default function PersonPage() {
  const { t } = useTranslation('people');
  const { person, may, said, letter, isMailWaiting } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { problem, typed } = answered ?? {};
  const hasLeft = person.standing === 'left';
  const hasNoAddress = said === 'added' && !person.email;
  // Beside the invitation it stands that it has not gone out.
  const isTold = said === 'invited' && letter !== null;
  const isHeldUp = said === 'invited' && isMailWaiting;
  return (
    <>
      <p>
        <a href="/people">{t('back')}</a>
      </p>
      <h1>
        <bdi>{person.name}</bdi>
      </h1>
      <Standing />
      {said && !answered && !isTold && (
        <Notice tone={isHeldUp ? 'care' : 'good'} role="status">
          <p>
            {t(isHeldUp ? 'letter.heldUp' : hasNoAddress ? 'saved.addedNoEmail' : `saved.${said}`, {
              name: person.name,
              email: person.email,
            })}
          </p>
        </Notice>
      )}
      {problem && !typed && (
        <Notice tone="care" role="alert" title={t('problems.title')}>
          <p>{t(`problems.${problem}`)}</p>
        </Notice>
      )}
      <Following />
      <Stack>
        {!hasLeft && <SignIn />}
        {may.change && !hasLeft ? <Details typed={typed} problem={problem} /> : <Known />}
        {!hasLeft && person.standing !== 'never' && <Roles />}
        {may.change && <Employment />}
        {may.answer && <Privacy />}
      </Stack>
    </>
  );
}

function Standing() {
  const { t } = useTranslation('people');
  const { person } = useLoaderData<typeof loader>();
  const { dateOf } = useDates();
  const { standing, day, lastDay } = person;
  const said = standing === 'here' && lastDay ? 'until' : standing;
  return (
    <Lead>
      {t(`standing.${said}`, {
        date: day ? dateOf(day) : '',
        until: lastDay ? dateOf(lastDay) : '',
      })}
    </Lead>
  );
}

/** Contacts that name somebody who goes: somebody else must be named. */
function Following() {
  const { t, i18n } = useTranslation(['people', 'organisation']);
  const { person, contacts } = useLoaderData<typeof loader>();
  if (contacts.length === 0) return null;
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const names = list.format(contacts.map((slot) => t(`organisation:slots.${slot}.name`)));
  return (
    <Notice tone="care" title={t('following.title', { name: person.name, contacts: names })}>
      <p>{t('following.text', { name: person.name })}</p>
      <p>
        <a href="/organisation/contacts">{t('following.go')}</a>
      </p>
    </Notice>
  );
}

function Known() {
  const { t } = useTranslation('people');
  const { person } = useLoaderData<typeof loader>();
  return (
    <Facts
      facts={[
        { key: 'email', label: t('form.email'), value: person.email ?? t('details.noEmail') },
        {
          key: 'number',
          label: t('form.staffNumber'),
          value: person.staffNumber ?? t('details.noNumber'),
        },
        {
          key: 'groups',
          label: t('form.groups'),
          value: person.groups.join(', ') || t('details.noGroups'),
        },
      ]}
    />
  );
}
