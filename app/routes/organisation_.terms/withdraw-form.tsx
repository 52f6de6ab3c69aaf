import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import type { Term } from '#app/modules/organisation/terms.ts';

/** Takes a term out of the list, where it never was one. */
export function WithdrawForm({ term }: { term: Term }) {
  const { t } = useTranslation('organisation');
  return (
    <Card title={t('terms.withdraw.title')}>
      <p>{t('terms.withdraw.text')}</p>
      <form method="post">
        <input type="hidden" name="term" value={term.id} />
        <Button look="quiet" name="intent" value="withdraw">
          {t('terms.withdraw.go')}
        </Button>
      </form>
    </Card>
  );
}
