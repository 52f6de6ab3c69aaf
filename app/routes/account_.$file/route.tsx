import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireSession } from '#app/modules/access/request-session.server.ts';
import { downloadPerson } from '#app/modules/privacy/download.server.ts';

/** What is held about whoever is signed in. */
export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const session = await requireSession(request, services);
  return downloadPerson(services, session, request, session.person.id, params.file ?? '');
}
