import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/button/button.tsx';
import { Figures } from '#app/components/figures/figures.tsx';
import { Row, Stack } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { countKeys } from './count-keys.ts';
import type { loader } from './route.tsx';

/** How it ended. */
export function Over() {
  const { t } = useTranslation('import');
  const { state, counts } = useLoaderData<typeof loader>();
  if (state === 'failed')
    return (
      <Stack>
        <Notice tone="care" role="status">
          <p>{t(`failed.${counts.because ?? 'fault'}`)}</p>
        </Notice>
        <Row>
          <ButtonLink href="/people/import">{t('again')}</ButtonLink>
        </Row>
      </Stack>
    );
  return (
    <Stack>
      <Figures
        figures={countKeys.map((key) => ({
          key,
          label: t(`doneCounts.${key}`),
          value: counts[key],
          tone: key === 'problems' ? 'care' : 'plain',
        }))}
      />
      {counts.added > 0 && <p>{t('done.text')}</p>}
      <Row>
        <ButtonLink href="/people">{t('done.people')}</ButtonLink>
        <ButtonLink href="/people/import" look="quiet">
          {t('again')}
        </ButtonLink>
      </Row>
    </Stack>
  );
}
