import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { redirectWith, safeNext } from '#app/modules/access/request-session.server.ts';
import { askedLevel, keepLevel } from '#app/modules/inclusion/reading.server.ts';

/** How this browser shows pages. It alone remembers it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { services, leaveNoLine } = context;
  leaveNoLine?.();
  const form = await request.formData();
  const level = askedLevel(form);
  if (!level) throw new Response(null, { status: 400 });
  const back = safeNext(form.get('return')) ?? '/scenarios';
  return redirectWith(back, [await keepLevel(services, level)]);
}

export function loader({ context }: LoaderFunctionArgs) {
  context.leaveNoLine?.();
  return redirect('/easy-read', 303);
}
