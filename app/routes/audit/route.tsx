import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '#app/components/button/button.tsx';
import { Fields, SelectField } from '#app/components/field/field.tsx';
import { OnScreen, Row, Stack } from '#app/components/layout/layout.tsx';
import { Aside, Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { auditKinds } from '#app/modules/audit/kinds.ts';
import { listAudit, readAuditAsk } from '#app/modules/audit/list.server.ts';
import type { PageHandle } from '#app/page-handle.ts';
import { Events } from './events.tsx';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'audit.view');
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const ask = readAuditAsk(new URL(request.url).searchParams);
  return {
    title: wordsIn(locale, 'audit')('title'),
    organisation: session.organisation,
    kind: ask.kind ?? '',
    isNewest: ask.before === null,
    ...(await listAudit(services, session, ask)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle: PageHandle = { width: 'wide' };

export default function AuditPage() {
  const { t } = useTranslation('audit');
  const { organisation, kind, lines, older, isNewest } = useLoaderData<typeof loader>();
  const query = (more: Record<string, string>) =>
    new URLSearchParams({ ...(kind && { kind }), ...more }).toString();
  return (
    <>
      <h1>{t('title')}</h1>
      <Lead>{t('lead', { organisation: organisation.name })}</Lead>
      <Stack>
        <OnScreen>
          <form method="get" aria-label={t('filter.label')}>
            <Fields>
              <SelectField
                id="kind"
                label={t('filter.kind')}
                defaultValue={kind}
                any={t('filter.all')}
                options={Object.keys(auditKinds).map((value) => ({
                  value,
                  label: t(`kinds.${value as keyof typeof auditKinds}`),
                }))}
              />
              <Row>
                <Button look="quiet">{t('filter.apply')}</Button>
              </Row>
            </Fields>
          </form>
        </OnScreen>
        <Events lines={lines} timeZone={organisation.timeZone} />
      </Stack>
      <OnScreen>
        <Row>
          {older && <a href={`/audit?${query({ before: older })}`}>{t('older')}</a>}
          {!isNewest && <a href={`/audit?${query({})}`}>{t('newest')}</a>}
        </Row>
        <Row>
          <ButtonLink href={`/audit.csv?${query({})}`} look="quiet">
            {t('export')}
          </ButtonLink>
        </Row>
        <Aside>{t('exportNote')}</Aside>
      </OnScreen>
      <Aside>{t('proof')}</Aside>
    </>
  );
}
