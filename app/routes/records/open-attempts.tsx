import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import { LinedList } from '#app/components/lined-list/lined-list.tsx';
import { Soft } from '#app/components/text/text.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type { OpenAttempt } from '#app/modules/records/own-records.server.ts';

/** The newest attempt is the next step; others may be gone on with too. */
export function OpenAttempts({ open, timeZone }: { open: OpenAttempt[]; timeZone: string }) {
  const { t } = useTranslation('records');
  const { dateAt } = useDates(timeZone);
  const [next, ...others] = [...open].sort((a, b) => b.startedAt.localeCompare(a.startedAt));
  if (!next) return null;
  return (
    <Card title={t('open.title', { title: next.title })}>
      <p>{t('open.text', { date: dateAt(next.startedAt) })}</p>
      <p>
        <ButtonLink href={`/attempts/${next.id}`}>{t('open.goOn')}</ButtonLink>
      </p>
      {others.length > 0 && (
        <>
          <h3>{t('open.others')}</h3>
          <LinedList>
            {others.map(({ id, title, startedAt }) => (
              <li key={id}>
                <p>
                  <a href={`/attempts/${id}`}>{t('open.goOnWith', { title })}</a>
                </p>
                <p>
                  <Soft>{t('open.started', { date: dateAt(startedAt) })}</Soft>
                </p>
              </li>
            ))}
          </LinedList>
        </>
      )}
    </Card>
  );
}
