import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { countPeople } from '#app/modules/people/import/stored-plan.ts';
import {
  applyStaffList,
  discardStaffList,
  openStaffList,
} from '#app/modules/people/import-list.server.ts';
import { sayPlan, sayProblem } from '#app/modules/people/import-said.ts';
import type { PageHandle } from '#app/page-handle.ts';
import { Over } from './over.tsx';
import { Planned } from './planned.tsx';
import { Running } from './running.tsx';

/** Nobody is marked as having left whose name cannot be read first. */
const mostLines = { added: 200, changed: 200, returned: 200, left: 20_000, problems: 200 };

export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'people.import');
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const t = wordsIn(locale, 'import');
  const { stored, ...opened } = await openStaffList(services, session, params.id ?? '');
  const said = stored && sayPlan(stored.plan, locale);
  return {
    ...opened,
    title: t(opened.state === 'planned' ? 'plan.title' : `${opened.state}.title`),
    id: params.id ?? '',
    plan: stored &&
      said && {
        people: countPeople(stored.plan),
        hasChanged: stored.hasChanged,
        isAbsenceUnclear: stored.plan.isAbsenceUnclear,
        ignoredHeaders: stored.ignoredHeaders,
        lists: (['added', 'changed', 'returned', 'left'] as const).map((kind) => ({
          kind,
          lines: said[kind].slice(0, mostLines[kind]),
        })),
        problems: stored.plan.problems.slice(0, mostLines.problems).map((problem) => ({
          line: problem.line,
          says: sayProblem(problem, stored.columns, locale),
        })),
      },
  };
}

export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  const session = await requirePermission(request, services, 'people.import');
  const id = params.id ?? '';
  const form = await request.formData();
  const intent = form.get('intent');
  if (intent === 'apply') {
    const leavers = Number(form.get('leavers') ?? 0);
    if ((await applyStaffList(services, session, id, leavers)) === 'unsure')
      return data({ isUnsure: true }, 400);
  } else if (intent === 'discard') await discardStaffList(services, session, id);
  else {
    await openStaffList(services, session, id);
    return data({ isUnsure: false }, 400);
  }
  // The page says how it stands, whatever came of it.
  return redirect(`/people/import/${id}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle: PageHandle = { width: 'wide', hydrates: true };

export default function StaffListPage() {
  const { t } = useTranslation('import');
  const { title, state } = useLoaderData<typeof loader>();
  return (
    <>
      <p>
        <a href="/people">{t('back')}</a>
      </p>
      <h1>{title}</h1>
      {state === 'planned' && <Planned />}
      {state === 'running' && <Running />}
      {(state === 'done' || state === 'failed') && <Over />}
    </>
  );
}
