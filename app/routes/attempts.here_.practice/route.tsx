import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { goBackHere } from '#app/modules/attempts/here.server.ts';
import { stepSchema } from '#app/modules/attempts/posted-step.ts';

/** Try again from a step of the attempt held by this browser. */
export async function action({ request, context: { services } }: ActionFunctionArgs) {
  const from = stepSchema.safeParse((await request.formData()).get('from'));
  const cookie = from.success ? await goBackHere(services, request, from.data) : null;
  if (cookie === null) throw new Response(null, { status: 404 });
  return redirect('/attempts/here', { status: 303, headers: { 'Set-Cookie': cookie } });
}

export function loader() {
  throw new Response(null, { status: 404 });
}
