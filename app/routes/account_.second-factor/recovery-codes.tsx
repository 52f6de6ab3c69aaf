import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/button/button.tsx';
import { Row } from '#app/components/layout/layout.tsx';
import { CodeList } from '#app/components/secret/secret.tsx';
import { Lead } from '#app/components/text/text.tsx';

/** Shown once, to be printed or written down. */
export function RecoveryCodes({ codes, next }: { codes: string[]; next: string }) {
  const { t } = useTranslation('access');
  return (
    <>
      <h1>{t('second.made')}</h1>
      <Lead>{t('second.codesText')}</Lead>
      <CodeList label={t('second.codes')} codes={codes} />
      <Row>
        <ButtonLink href={next}>{t('second.goOn')}</ButtonLink>
      </Row>
    </>
  );
}
