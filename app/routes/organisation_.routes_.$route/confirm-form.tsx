import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import { Row } from '#app/components/layout/layout.tsx';
import { Aside } from '#app/components/text/text.tsx';
import type { PresentedLine } from '#app/modules/help/present-line.server.ts';

/** What somebody found; nothing is typed, so that nothing about anybody can be. */
export function ConfirmForm({ line }: { line: PresentedLine }) {
  const { t } = useTranslation('organisation');
  return (
    <Card title={t('routes.say.title')}>
      <form method="post">
        <input type="hidden" name="standing" value={line.standing} />
        <input type="hidden" name="details" value={line.details} />
        <Row>
          <Button name="verdict" value="right">
            {t('routes.say.right')}
          </Button>
          <Button look="quiet" name="verdict" value="wrong">
            {t('routes.say.wrong')}
          </Button>
        </Row>
      </form>
      <Aside>{t(line.neverHidden ? 'routes.say.wrongKept' : 'routes.say.wrongHint')}</Aside>
    </Card>
  );
}
