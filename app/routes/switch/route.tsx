import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { enter } from '#app/modules/access/enter.server.ts';
import { redirectWith, requireSignedIn } from '#app/modules/access/request-session.server.ts';

/** Goes on as the person that the same user is in another organisation. */
export async function action({ request, context: { services } }: ActionFunctionArgs) {
  const session = await requireSignedIn(request, services);
  const organisationId = String((await request.formData()).get('organisation') ?? '');
  const how = { by: 'switch', secondFactor: session.secondFactor } as const;
  const entered = await enter(services, request, session.userId, how, organisationId);
  if (!entered) throw new Response(null, { status: 404 });
  return redirectWith('/home', [entered.cookie]);
}

export function loader() {
  return redirect('/account', 303);
}
