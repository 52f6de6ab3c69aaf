import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type { CompliancePage } from '#app/modules/compliance/presenter.ts';

type EmptyProps = {
  reason: NonNullable<CompliancePage['isEmptyFor']>;
  organisation: string;
  asAt: string;
};

/** Why there is nobody to show, and what brings somebody here. */
export function Empty({ reason, organisation, asAt }: EmptyProps) {
  const { t } = useTranslation('compliance');
  const { dateOf } = useDates();
  return (
    <Card title={t(`empty.${reason}.title`)}>
      <p>{t(`empty.${reason}.text`, { organisation, date: dateOf(asAt) })}</p>
      <p>{t(`empty.${reason}.do`)}</p>
    </Card>
  );
}
