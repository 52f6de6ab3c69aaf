import type { LoaderFunctionArgs } from '@remix-run/node';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { exportCompliance } from '#app/modules/compliance/compliance.server.ts';
import { toCsv } from '#app/modules/compliance/csv.ts';

/** The matrix as a file. An export must never quietly answer another question than it was asked. */
export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'compliance.view');
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const page = await exportCompliance(services, session, new URL(request.url).searchParams, locale);
  const t = wordsIn(locale, 'compliance');
  if (page.problems.length > 0)
    return new Response(
      `${page.problems.map((problem) => t(`csvProblems.${problem}`)).join('\n')}\n`,
      {
        status: 400,
        headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      },
    );
  return new Response(toCsv(page, locale), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="compliance-${page.asAt}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
