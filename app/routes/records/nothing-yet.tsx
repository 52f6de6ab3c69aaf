import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import { Grid } from '#app/components/layout/layout.tsx';

/** What brings a first record, what counts, and what nobody sees. */
export function NothingYet({ hasOpen }: { hasOpen: boolean }) {
  const { t } = useTranslation('records');
  return (
    <>
      <Card title={t('empty.title')}>
        <p>{t('empty.text')}</p>
        <p>
          <ButtonLink href="/scenarios" look={hasOpen ? 'quiet' : 'main'}>
            {t('empty.go')}
          </ButtonLink>
        </p>
      </Card>
      <Grid>
        {(['counts', 'private'] as const).map((key) => (
          <Card key={key} level={3} title={t(`empty.${key}.title`)}>
            <ul>
              {t(`empty.${key}.lines`, { returnObjects: true }).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Card>
        ))}
      </Grid>
    </>
  );
}
