import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import { Disclosure } from '#app/components/disclosure/disclosure.tsx';
import { CheckField } from '#app/components/field/field.tsx';
import { Row, Stack } from '#app/components/layout/layout.tsx';
import type { loader } from './route.tsx';

/** What may be asked of an organisation about the data it holds: a copy, or to be forgotten. */
export function Privacy() {
  const { t } = useTranslation('people');
  const { person } = useLoaderData<typeof loader>();
  return (
    <Card title={t('privacy.title')}>
      <p>{t('privacy.text', { name: person.name })}</p>
      <Row>
        <ButtonLink href={`/people/${person.id}/data.html`} look="quiet" download>
          {t('privacy.html')}
        </ButtonLink>
        <ButtonLink href={`/people/${person.id}/data.json`} look="quiet" download>
          {t('privacy.json')}
        </ButtonLink>
      </Row>
      <Disclosure summary={t('privacy.erase')}>
        <form method="post">
          <Stack>
            <p>{t('privacy.eraseText')}</p>
            <CheckField id="sure" name="sure" label={t('privacy.sure', { name: person.name })} />
            <Row>
              <Button look="quiet" name="intent" value="erase">
                {t('privacy.erase')}
              </Button>
            </Row>
          </Stack>
        </form>
      </Disclosure>
    </Card>
  );
}
