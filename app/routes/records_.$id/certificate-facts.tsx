import { useTranslation } from 'react-i18next';
import type { Fact } from '#app/components/facts/facts.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type { Certificate } from '#app/modules/records/certificate.server.ts';

/** What a certificate says below the name and the training. */
export function useFacts(certificate: Certificate, timeZone: string): Fact[] {
  const { t } = useTranslation(['certificate', 'common', 'scenarios']);
  const { dateAt, dateOf } = useDates(timeZone);
  const { track, theme, minutes, organisation, version, completedAt, approval } = certificate;
  const facts = {
    organisation: <bdi>{organisation}</bdi>,
    completedOn: dateAt(completedAt),
    about: t('about', {
      track: t(`common:tracks.${track}.name`),
      theme: t(`common:themes.${theme}`),
      minutes: t('scenarios:minutes', { count: minutes }),
    }),
    approval: approval
      ? t('approval.given', { name: approval.name, date: dateOf(approval.date) })
      : t(certificate.isDemo ? 'approval.noneDemo' : 'approval.none'),
    version: t('version', version),
    number: certificate.number,
  } as const;
  return (Object.keys(facts) as (keyof typeof facts)[]).map((key) => ({
    key,
    label: t(`facts.${key}`),
    value: facts[key],
  }));
}
