import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { Proportions } from '#app/components/figures/figures.tsx';
import type { loader } from './route.tsx';

/** How far it is; the page asks again by itself. */
export function Running() {
  const { t } = useTranslation('import');
  const { id, done, total } = useLoaderData<typeof loader>();
  return (
    <Card title={t('running.progress', { done, count: total })}>
      <Proportions
        parts={[
          { key: 'done', label: t('running.done'), value: done, tone: 'good' },
          { key: 'left', label: t('running.left'), value: total - done },
        ]}
      />
      <p>
        {t('running.text')} <a href={`/people/import/${id}`}>{t('running.look')}</a>
      </p>
    </Card>
  );
}
