import { useTranslation } from 'react-i18next';
import { Section } from '#app/components/layout/layout.tsx';
import { Aside } from '#app/components/text/text.tsx';

/** What a staff list has in it. */
export function Needs() {
  const { t } = useTranslation('import');
  return (
    <Section id="needs" title={t('needs.title')}>
      <ul>
        {(['names', 'keys', 'more', 'dates'] as const).map((what) => (
          <li key={what}>{t(`needs.${what}`)}</li>
        ))}
      </ul>
      <Aside>{t('needs.rest')}</Aside>
    </Section>
  );
}
