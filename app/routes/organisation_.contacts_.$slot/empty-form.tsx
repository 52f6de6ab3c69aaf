import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import type { ContactLine } from '#app/modules/people/contacts.server.ts';

type EmptyFormProps = {
  line: ContactLine;
  /** The words that scenarios say instead; `null` where none can name it. */
  instead: string | null;
};

/** Takes away what stands, where an organisation has nobody of the kind. */
export function EmptyForm({ line: { id }, instead }: EmptyFormProps) {
  const { t } = useTranslation('organisation');
  return (
    <Card title={t('contacts.empty.title')}>
      <p>
        {instead ? t('contacts.empty.text', { words: instead }) : t('contacts.empty.textPlain')}
      </p>
      <form method="post">
        <input type="hidden" name="standing" value={id} />
        <Button look="quiet" name="intent" value="empty">
          {t('contacts.empty.go')}
        </Button>
      </form>
    </Card>
  );
}
