import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/notice/notice.tsx';
import { Secret } from '#app/components/secret/secret.tsx';
import { codeDays } from '#app/modules/people/code-days.ts';
import type { HandedOver } from '#app/modules/people/let-in.server.ts';
import type { loader } from './route.tsx';

/** What is shown once and handed over: a link, or a username and a code. */
export function Given({ given }: { given: HandedOver }) {
  const { t } = useTranslation('people');
  const { name } = useLoaderData<typeof loader>().person;
  return (
    <Notice role="status" title={t('given.title')}>
      {'link' in given ? (
        <>
          <p>{t('given.linkText')}</p>
          <Secret label={t('given.link', { name })} value={given.link} />
        </>
      ) : (
        <>
          <p>{t('given.codeText', { name, days: codeDays })}</p>
          <Secret label={t('given.login')} value={given.login} />
          <Secret label={t('given.code')} value={given.code} />
        </>
      )}
    </Notice>
  );
}
