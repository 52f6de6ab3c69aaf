import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/button/button.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import type { Overview } from '#app/modules/organisation/overview.server.ts';

/** What needs doing, or that nothing does. */
export function Needs({ gaps }: Pick<Overview, 'gaps'>) {
  const { t } = useTranslation('organisation');
  if (gaps && gaps.length > 0)
    return (
      <Notice tone="care" title={t('needs.title', { count: gaps.length })}>
        <p>{t('needs.text')}</p>
        <p>
          <ButtonLink href="/organisation/contacts">{t('needs.go')}</ButtonLink>
        </p>
      </Notice>
    );
  const words = gaps ? 'needs.none' : 'needs.notYours';
  return (
    <Notice tone="good" title={t(`${words}.title`)}>
      <p>{t(`${words}.text`)}</p>
    </Notice>
  );
}
