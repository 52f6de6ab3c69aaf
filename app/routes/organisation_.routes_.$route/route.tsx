import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { Stack } from '#app/components/layout/layout.tsx';
import { Aside, Lead } from '#app/components/text/text.tsx';
import { chooseLocale } from '#app/i18n/i18n.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { confirmRoute } from '#app/modules/help/confirm-route.server.ts';
import { listRoutes } from '#app/modules/help/confirmations.server.ts';
import { presentLine } from '#app/modules/help/present-line.server.ts';
import { findRoute } from '#scenarios/directory/routes.ts';
import { ConfirmForm } from './confirm-form.tsx';
import { Look } from './look.tsx';
import { Said } from './said.tsx';

async function open({ request, params, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'contacts.change');
  const route = findRoute(params.route);
  if (!route) throw new Response(null, { status: 404 });
  return { services, session, route };
}

export async function loader(args: LoaderFunctionArgs) {
  const { services, session, route } = await open(args);
  const locale = chooseLocale(args.request.headers.get('Accept-Language'));
  const lines = await listRoutes(services, session);
  const line = lines.find((line) => line.route === route);
  if (!line) throw new Response(null, { status: 404 });
  return { title: route.name, line: presentLine(line, locale) };
}

export async function action(args: ActionFunctionArgs) {
  const { services, session, route } = await open(args);
  const answer = await confirmRoute(services, session, route, await args.request.formData());
  if (answer.outcome === 'saved') return redirect(`/organisation/routes?saved=${route.id}`, 303);
  return data({ answer }, answer.outcome === 'overtaken' ? 409 : 400);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RoutePage() {
  const { t } = useTranslation('organisation');
  const { line } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <>
      <h1>{line.name}</h1>
      <Lead>
        {t(`routes.columns.shown`)}: {t(`routes.isShown.${line.shown}`)}
      </Lead>
      <Said line={line} answer={failed?.answer} />
      <Stack>
        <Look line={line} />
        <Card title={t('routes.learners.title')}>
          {[line.asRead.when, ...line.asRead.how, line.caveat].map(
            (said) => said && <p key={said}>{said}</p>,
          )}
        </Card>
        {line.isHere ? <ConfirmForm line={line} /> : <Aside>{t('routes.notHere')}</Aside>}
        <p>
          <a href="/organisation/routes">{t('routes.back')}</a>
        </p>
      </Stack>
    </>
  );
}
