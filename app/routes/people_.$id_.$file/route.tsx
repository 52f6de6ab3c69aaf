import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { downloadPerson } from '#app/modules/privacy/download.server.ts';

/** What is held about a person, for whoever answers when they ask. */
export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'privacy.answer');
  return downloadPerson(services, session, request, params.id ?? '', params.file ?? '');
}
