import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/notice/notice.tsx';
import { Aside, Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { isSlot } from '#app/modules/people/contact-slots.ts';
import { listContacts } from '#app/modules/people/contacts.server.ts';
import type { PageHandle } from '#app/page-handle.ts';
import { Lines } from './lines.tsx';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'contacts.change');
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const saved = new URL(request.url).searchParams.get('saved') ?? '';
  return {
    title: wordsIn(locale, 'organisation')('contacts.title'),
    organisation: session.organisation.name,
    lines: await listContacts(services, session),
    saved: isSlot(saved) ? saved : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle: PageHandle = { width: 'wide' };

export default function ContactsPage() {
  const { t } = useTranslation('organisation');
  const { organisation, lines, saved } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('contacts.title')}</h1>
      <Lead>{t('contacts.lead', { organisation })}</Lead>
      {saved && (
        <Notice tone="good" role="status">
          <p>{t('contacts.saved', { slot: t(`slots.${saved}.name`) })}</p>
        </Notice>
      )}
      <Lines lines={lines} organisation={organisation} />
      <Aside>{t('contacts.why')}</Aside>
      <p>
        <a href="/organisation">{t('back')}</a>
      </p>
    </>
  );
}
