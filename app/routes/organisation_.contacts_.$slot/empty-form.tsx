import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import type { ContactLine } from '#app/modules/people/contacts.server.ts';
import { contactSlots } from '#scenarios/kit/vocabulary.ts';

/** Takes away what stands, where an organisation has nobody of the kind. */
export function EmptyForm({ line: { slot, id } }: { line: ContactLine }) {
  const { t } = useTranslation(['organisation', 'contacts']);
  return (
    <Card title={t('contacts.empty.title')}>
      <p>
        {isSpoken(slot)
          ? t('contacts.empty.text', { words: t(`contacts:${slot}.name`) })
          : t('contacts.empty.textPlain')}
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

/** Whether scenarios can name it, so that words stand in for it. */
function isSpoken(slot: string): slot is keyof typeof contactSlots {
  return Object.hasOwn(contactSlots, slot);
}
