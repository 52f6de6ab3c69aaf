import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import { LinedList } from '#app/components/lined-list/lined-list.tsx';
import type { loader } from './route.tsx';

/** The organisations that the same somebody works in, and the way from one to another. */
export function Places() {
  const { t } = useTranslation('access');
  const { places, organisation } = useLoaderData<typeof loader>();
  return (
    <Card title={t('account.places.title')}>
      <LinedList>
        {places.map(({ organisationId, organisation: name }) => (
          <li key={organisationId}>
            {organisationId === organisation.id ? (
              <>
                <strong>{name}</strong> {t('account.places.here')}
              </>
            ) : (
              <form method="post" action="/switch">
                <Button look="quiet" name="organisation" value={organisationId}>
                  {t('account.places.go', { organisation: name })}
                </Button>
              </form>
            )}
          </li>
        ))}
      </LinedList>
    </Card>
  );
}
