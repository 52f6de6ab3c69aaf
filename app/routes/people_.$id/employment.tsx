import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import { Field, Fields } from '#app/components/field/field.tsx';
import { Row } from '#app/components/layout/layout.tsx';
import { Aside } from '#app/components/text/text.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type { loader } from './route.tsx';

/** The day on which somebody leaves, or comes back. */
export function Employment() {
  const { t } = useTranslation('people');
  const { standing, lastDay } = useLoaderData<typeof loader>().person;
  const hasLeft = standing === 'left' || standing === 'never';
  return (
    <Card title={t('employment.title')}>
      {!hasLeft && lastDay && <Staying lastDay={lastDay} />}
      <form method="post">
        <Fields>
          {hasLeft ? (
            <Field id="from" type="date" label={t('employment.from')} isRequired />
          ) : (
            <Field
              id="until"
              type="date"
              label={lastDay ? t('employment.otherDay') : t('employment.until')}
              defaultValue={lastDay ?? undefined}
              isRequired
            />
          )}
          <Row>
            <Button look="quiet" name="intent" value={hasLeft ? 'return' : 'leave'}>
              {hasLeft
                ? t('employment.return')
                : lastDay
                  ? t('employment.change')
                  : t('employment.leave')}
            </Button>
          </Row>
        </Fields>
      </form>
      {!hasLeft && <Aside>{t('employment.leaveText')}</Aside>}
    </Card>
  );
}

/** That somebody will leave is known, and may be taken back. */
function Staying({ lastDay }: { lastDay: string }) {
  const { t } = useTranslation('people');
  const { dateOf } = useDates();
  return (
    <form method="post">
      <p>{t('employment.lastDay', { date: dateOf(lastDay) })}</p>
      <Row>
        <Button look="quiet" name="intent" value="stay">
          {t('employment.stay')}
        </Button>
      </Row>
    </form>
  );
}
