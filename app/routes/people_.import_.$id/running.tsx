import { useLoaderData, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { Proportions } from '#app/components/figures/figures.tsx';
import type { loader } from './route.tsx';

const pause = 2_000;

/**
 * How far it is. With script it asks again by itself, and nothing is read out anew; without, whoever
 * wants to know presses.
 */
export function Running() {
  const { t } = useTranslation('import');
  const { id, done, total } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(revalidate, pause);
    return () => clearInterval(timer);
  }, [revalidate]);
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
