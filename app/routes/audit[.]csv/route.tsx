import type { LoaderFunctionArgs } from '@remix-run/node';
import { chooseLocale } from '#app/i18n/i18n.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { auditCsv } from '#app/modules/audit/csv.ts';
import { exportAudit, readAuditAsk } from '#app/modules/audit/list.server.ts';

/** The audit as a file. */
export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'audit.view');
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const ask = readAuditAsk(new URL(request.url).searchParams);
  const { lines, day } = await exportAudit(services, session, ask);
  return new Response(auditCsv(lines, locale), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="audit-${day}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
