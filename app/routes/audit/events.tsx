import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { Table } from '#app/components/table/table.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type { ListedLine } from '#app/modules/audit/list.server.ts';
import { sentenceOf } from '#app/modules/audit/sentence.ts';

/** What happened, a line each. */
export function Events({ lines, timeZone }: { lines: ListedLine[]; timeZone: string }) {
  const { t, i18n } = useTranslation('audit');
  const { timeAt } = useDates(timeZone);
  const what = (line: ListedLine) => {
    const said = sentenceOf(line, i18n.language);
    const { times: count, since } = line;
    return count > 1 ? t('again', { said, count, since: timeAt(since) }) : said;
  };
  if (lines.length === 0)
    return (
      <Card title={t('empty.title')}>
        <p>{t('empty.text')}</p>
      </Card>
    );
  return (
    <Table
      caption={t('caption', { count: lines.reduce((sum, { times }) => sum + times, 0) })}
      rows={lines}
      keyOf={({ number }) => number}
      columns={[
        { key: 'what', label: t('columns.what'), cell: what },
        { key: 'at', label: t('columns.at'), isFigure: true, cell: ({ at }) => timeAt(at) },
        {
          key: 'number',
          label: t('columns.number'),
          isFigure: true,
          cell: ({ number }) => number,
        },
      ]}
    />
  );
}
