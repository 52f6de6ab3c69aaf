import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { useTimes } from './how-long.tsx';
import type { loader } from './route.tsx';

/** Words to copy into a notice of their own, with their name and times in them already. */
export function Wording() {
  const { t } = useTranslation('privacyNotice');
  const { organisation } = useLoaderData<typeof loader>();
  const values = { organisation, ...useTimes() };
  return (
    <Card title={t('organisation.wording.title')}>
      <p>{t('organisation.wording.text')}</p>
      <blockquote>
        {t('organisation.wording.lines', { ...values, returnObjects: true }).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </blockquote>
    </Card>
  );
}
