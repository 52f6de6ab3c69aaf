import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/notice/notice.tsx';

/** Why somebody is not in yet, and what to do. */
export function Problem({ children }: { children: ReactNode }) {
  const { t } = useTranslation('access');
  return (
    <Notice tone="care" role="alert" title={t('problems.title')}>
      <p>{children}</p>
    </Notice>
  );
}
