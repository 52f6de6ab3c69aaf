import type { LoaderFunctionArgs } from '@remix-run/node';
import { chooseLocale } from '#app/i18n/i18n.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { openStaffList } from '#app/modules/people/import-list.server.ts';
import { problemsCsv } from '#app/modules/people/import-said.ts';

/** All problems of a staff list as a file, to mend them by. */
export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'people.import');
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const { stored } = await openStaffList(services, session, params.id ?? '');
  if (!stored) throw new Response(null, { status: 404 });
  return new Response(problemsCsv(stored.plan.problems, stored.columns, locale), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="staff-list-problems.csv"',
      'Cache-Control': 'private, no-store',
    },
  });
}
