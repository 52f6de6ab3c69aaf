import { chooseLocale } from '#app/i18n/i18n.ts';
import type { Session } from '../access/session.server.ts';
import type { Services } from '../services.ts';
import { exportPerson } from './export.server.ts';
import { toHtml } from './html.tsx';
import { toJson } from './person-export.ts';

/** All that is held about a person, as the file that is asked for: `data.html` or `data.json`. */
export async function downloadPerson(
  services: Services,
  session: Session,
  request: Request,
  personId: string,
  file: string,
): Promise<Response> {
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const kinds = { 'data.html': 'text/html', 'data.json': 'application/json' } as const;
  const kind = Object.hasOwn(kinds, file) ? kinds[file as keyof typeof kinds] : null;
  const copy = kind && (await exportPerson(services, session, personId, locale));
  if (!copy) throw new Response(null, { status: 404 });
  return new Response(file === 'data.html' ? toHtml(copy, locale) : toJson(copy), {
    headers: {
      'Content-Type': `${kind}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="signpost-${file}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
