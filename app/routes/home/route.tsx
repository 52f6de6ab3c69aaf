import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireSession } from '#app/modules/access/request-session.server.ts';
import { may } from '#app/modules/access/roles.ts';

/** Where somebody's day begins once they are signed in. */
export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const session = await requireSession(request, services);
  if (session.withheld.length > 0) return redirect('/account/second-factor?next=/home', 303);
  if (may(session, 'compliance.view')) return redirect('/compliance', 303);
  if (may(session, 'settings.change')) return redirect('/organisation', 303);
  return redirect(may(session, 'attempts.play') ? '/scenarios' : '/account', 303);
}
