import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { deviceOf } from '#app/modules/access/device.ts';
import { safeNext, sessionToken } from '#app/modules/access/request-session.server.ts';
import { endSession, startSession } from '#app/modules/access/session.server.ts';
import { landingOf, stepIn } from '#app/modules/demo/step-in.server.ts';

/** Steps into the shoes of a demo person. */
export async function action({ request, context: { services } }: ActionFunctionArgs) {
  if (!services.config.demo) throw new Response(null, { status: 404 });
  const form = await request.formData();
  const demoPerson = await stepIn(services, form.get('person'));
  if (!demoPerson) return redirect('/demo?unknown', 303);
  const { part, ...who } = demoPerson;
  await endSession(services.database, await sessionToken(request, services), services.clock());
  const token = await startSession(
    services.database,
    who,
    { by: 'demo', secondFactor: true, device: deviceOf(request.headers.get('User-Agent')) },
    services.clock(),
  );
  return redirect(safeNext(form.get('next')) ?? landingOf(part), {
    status: 303,
    headers: { 'Set-Cookie': await services.cookies.session.serialize(token) },
  });
}

export function loader() {
  return redirect('/demo', 303);
}
