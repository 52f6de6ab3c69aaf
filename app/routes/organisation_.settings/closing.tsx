import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Field } from '#app/components/field/field.tsx';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Row, Stack } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';

type ClosingProps = {
  organisation: string;
  isDemo: boolean;
  /** What came back, because it is not the name. */
  typed: string | null;
};

/** The last step of an organisation: what it means first, and then its name, to be sure. */
export function Closing({ organisation, isDemo, typed }: ClosingProps) {
  const { t } = useTranslation('organisation');
  const title = <h1>{t('settings.close.pageTitle', { organisation })}</h1>;
  const keep = <a href="/organisation/settings">{t('settings.close.keep')}</a>;
  if (isDemo)
    return (
      <>
        {title}
        <Notice title={t('settings.close.isDemo.title')}>
          <p>{t('settings.close.isDemo.text')}</p>
        </Notice>
        <p>{keep}</p>
      </>
    );
  const problem = typed === null ? undefined : t('settings.close.notItsName');
  return (
    <>
      {title}
      {problem && (
        <ErrorSummary
          title={t('problems', { count: 1 })}
          problems={[{ id: 'closing', text: problem }]}
        />
      )}
      <Notice tone="care" title={t('settings.close.meansTitle')}>
        <ul>
          {t('settings.close.means', { returnObjects: true }).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Notice>
      <form method="post" action="/organisation/settings?close">
        <Stack>
          <Field
            id="closing"
            label={t('settings.close.field')}
            hint={t('settings.close.hint', { organisation })}
            defaultValue={typed ?? ''}
            problem={problem}
          />
          <Row>
            <Button name="intent" value="close">
              {t('settings.close.confirm')}
            </Button>
            {keep}
          </Row>
        </Stack>
      </form>
    </>
  );
}
